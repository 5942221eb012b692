import { draftsIn } from '#app/cases/drafts.server.ts'
import { newApplication, type OpenFolder } from '#app/cases/folder.server.ts'
import type { Folder } from '#app/cases/folder.ts'
import type { Day } from '#app/domain/day.ts'
import { isClosed } from '#app/domain/status.ts'
import { knownIn, withOwnCopied } from '#app/forms/application-values.ts'
import { withAnswersOfEach } from '#app/forms/each-member.ts'
import { type Peopled, type Person, saidByRelation } from '#app/forms/members.ts'
import { memberName } from '#app/i18n/member-name.ts'
import { languagesOf, type Mode } from '#app/i18n/mode.ts'
import type { NewApplication } from '#db/folders.server.ts'
import type { ChosenService } from './start-choices.ts'

type Beginning = {
  readonly peopled: Peopled
  readonly applicant: string
  readonly county: string | undefined
  readonly values: Folder['values']
}

/** A new folder with the answers of the self-check, all marked as filled in. */
export function folderFor(language: Mode, { peopled, applicant, county, values: known }: Beginning): Folder {
  const { answers, members: listed } = withAnswersOfEach(peopled)
  const members = listed.map((one) => memberIn(language, one))
  const values: Folder['values'] = county ? { ...known, 'address/home/county': county } : known
  return { language, answers, members, applicant, values, seen: [], filled: knownIn({ answers, members, values }) }
}

/** A member as a folder lists them: called in the language of those it is of, as letters and the desk tell it, and shown in the language of a reader. */
export const memberIn = (language: Mode, one: Person): Person => ({
  ...one,
  name: memberName(languagesOf(language)[0], one.name),
  answers: { ...saidByRelation(one.name), ...one.answers },
})

/** The number of the last application of a folder; 0 where it holds none. */
export const lastOf = ({ applications }: OpenFolder): number => Math.max(0, ...applications.map(({ number }) => number))

/**
 * What is added to an open folder, and the folder it is saved with: neither what stands as a draft is added again, nor what came into the
 * folder after the page of choices was opened (`last`: the last application then). That is the same form sent twice, whatever became of
 * the first one since.
 */
export function addedTo(
  open: OpenFolder,
  folder: Folder,
  wanted: readonly ChosenService[],
  { last, today }: { readonly last: number | null; readonly today: Day },
): { add: NewApplication[]; next: Folder } {
  const isNew = (number: number) => last !== null && number > last
  const there = open.applications.filter(({ status, number }) => status === 'draft' || isNew(number))
  const known = new Set(there.map(({ service, member }) => `${service}:${member}`))
  const add = wanted
    .filter(({ service, member }) => !known.has(`${service}:${member}`))
    .map(({ service, member }, index) => newApplication(lastOf(open) + index + 1, service, member))
  // After everything was submitted, all values count as coming from earlier.
  const filled = draftsIn(open, today).length === 0 ? knownIn(folder) : folder.filled
  return { add, next: add.reduce((sum, one) => filledFromEnded(sum, one, open), { ...folder, filled }) }
}

/** With what was filled in for the same service and member in an application that has ended since, such as one withdrawn by mistake. */
function filledFromEnded(folder: Folder, { number, service, member }: NewApplication, { applications }: OpenFolder): Folder {
  const ended = applications.findLast((one) => one.service === service && one.member === member && isClosed(one.status))
  return ended ? withOwnCopied(folder, ended.number, number) : folder
}
