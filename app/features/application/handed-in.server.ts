import { applicationName } from '#app/cases/application-name.server.ts'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import { paperMember } from '#app/cases/folder.ts'
import { phoneHandedIn } from '#app/cases/handed-in-values.ts'
import { limitsOf } from '#app/cases/legal-deadlines.ts'
import { submissionRead } from '#app/cases/submission.server.ts'
import { type Submission, textInEvery } from '#app/cases/submission.ts'
import type { Day } from '#app/domain/day.ts'
import type { Receivers } from '#app/domain/hall.ts'
import type { InEvery } from '#app/domain/language.ts'
import { isReadableRow } from '#app/domain/readable-row.ts'
import { isOpen } from '#app/domain/status.ts'
import { memberOf } from '#app/forms/members.ts'
import { receiversForAll } from '#app/places/halls.server.ts'
import type { StoredApplication } from '#db/applications.server.ts'

/** What was handed in and is not taken in by the hall yet: where it is, how long it may take, and which originals to have ready. */
export type HandedInNow = {
  /** What this is said of, where the folder has other applications. */
  readonly of: readonly { readonly number: number; readonly title: InEvery<string>; readonly name: string | null }[]
  readonly receivers: readonly Receivers[]
  /** The number the hall was given last; null where it has none. */
  readonly phone: string | null
  /** The limits the law names, as they were when it was handed in, by service, with its name. */
  readonly limits: readonly { readonly service: string; readonly title: InEvery<string>; readonly says: readonly InEvery<string>[] }[]
  /** Of everything that is not decided yet: what was handed in before may be looked at too. */
  readonly originals: readonly {
    readonly key: string
    readonly label: InEvery<string>
    readonly name: string | null
    readonly count: number
  }[]
}

/** What a folder has handed in that the hall has not taken in yet; null where there is nothing. */
export async function handedInNow({ folder, applications }: OpenFolder, asOf: Day): Promise<HandedInNow | null> {
  const waiting = applications.filter((one) => one.status === 'submitted' && isReadableRow(one))
  if (waiting.length === 0) return null
  // One that cannot be read says so in the list; it takes nothing from the others.
  const isGiven = (one: StoredApplication) => isReadableRow(one) && isOpen(one.status)
  const given = new Map<StoredApplication, Submission>()
  for (const one of applications.filter(isGiven)) {
    const read = await submissionRead(one)
    if (read.ok && read.value) given.set(one, read.value)
  }
  const papers = [...given.values()].flatMap((one) => one.papers)
  const last = waiting.toSorted((one, other) => String(one.submittedAt).localeCompare(String(other.submittedAt))).at(-1)
  const of = waiting.length === applications.length ? [] : waiting
  return {
    of: await Promise.all(
      of.map(async (one) => ({
        ...{ number: one.number, title: await applicationName(one) },
        name: memberOf(folder, one.member ?? '')?.name ?? null,
      })),
    ),
    receivers: await receiversForAll(waiting),
    phone: phoneHandedIn((last && given.get(last)?.rows) ?? []) ?? null,
    limits: await Promise.all(
      waiting.map(async (one) => ({
        ...{ service: one.service, title: await applicationName(one) },
        says:
          given.get(one)?.limits?.map(({ says }) => says) ??
          limitsOf(folder, one, asOf).map(({ statement }) => textInEvery(`services/${one.service}:timeAndCost.${statement}`)),
      })),
    ),
    originals: [...new Map(papers.map((paper) => [paper.key, paper])).values()].map(({ key, words: label, files }) => ({
      ...{ key, label, count: files.length },
      name: memberOf(folder, paperMember(key, applications) ?? '')?.name ?? null,
    })),
  }
}
