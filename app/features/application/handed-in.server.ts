import { applicationName } from '#app/cases/application-name.server.ts'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import { limitsOf } from '#app/cases/legal-deadlines.ts'
import { submissionRead } from '#app/cases/submission.server.ts'
import type { Day } from '#app/domain/day.ts'
import type { InEvery } from '#app/domain/language.ts'
import { practicePlace } from '#app/domain/place.ts'
import { isReadableRow } from '#app/domain/readable-row.ts'

/** What was handed in and is not taken in by the hall yet: where it is, how long it may take, and which originals to have ready. */
export type HandedInNow = {
  readonly counties: readonly string[]
  /** The keys of the limits the law names, by service, with its name. */
  readonly limits: readonly { readonly service: string; readonly title: InEvery<string>; readonly statements: readonly string[] }[]
  readonly originals: readonly { readonly key: string; readonly words: InEvery<string>; readonly count: number }[]
}

/** What a folder has handed in that the hall has not taken in yet; null where there is nothing. */
export async function handedInNow({ folder, applications }: OpenFolder, asOf: Day): Promise<HandedInNow | null> {
  const waiting = applications.filter((one) => one.status === 'submitted' && isReadableRow(one))
  if (waiting.length === 0) return null
  // One that cannot be read says so in the list; it takes nothing from the others.
  const read = await Promise.all(waiting.map(submissionRead))
  const papers = read.flatMap((one) => (one.ok && one.value?.papers) || [])
  return {
    counties: [...new Set(waiting.flatMap(({ county }) => (county === null || county === practicePlace ? [] : [county])))],
    limits: await Promise.all(
      waiting.map(async (one) => ({
        ...{ service: one.service, title: await applicationName(one) },
        statements: limitsOf(folder, one, asOf).map(({ statement }) => `services/${one.service}:timeAndCost.${statement}`),
      })),
    ),
    originals: [...new Map(papers.map((paper) => [paper.key, paper])).values()].map(({ key, words, files }) => ({
      ...{ key, words, count: files.length },
    })),
  }
}
