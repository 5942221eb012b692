import type { OpenFolder } from '#app/cases/folder.server.ts'
import { folderMark } from '#app/cases/version.server.ts'
import type { Day } from '#app/domain/day.ts'
import { isClosed, isDecided, isOpen } from '#app/domain/status.ts'
import { isOffered } from '#app/forms/application-form.ts'
import { memberOf } from '#app/forms/members.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { uploadsIn } from '#db/uploads.server.ts'
import { applicationMark } from './gone-step.server.ts'

/** What can be done after an application ended without a decision. */
export type AfterEnding = {
  readonly inFolder: string
  /** The number of the application that ended. */
  readonly number: number
  /** The choice that applies for the same again, as `apply` takes it; null where that cannot be, or is done already. */
  readonly pick: string | null
  /** Is the same applied for already? */
  readonly isAgain: boolean
  /** Were files sent for this application alone? */
  readonly ownFiles: boolean
  /** How many others of the folder are not handed in yet, and how many are. */
  readonly drafts: number
  readonly others: number
}

/** What can be done after an application was withdrawn or expired; null before that, and after a decision. */
export async function afterEnding(
  { folder, stored, applications }: OpenFolder,
  ended: StoredApplication,
  asOf: Day,
): Promise<AfterEnding | null> {
  const { id, number, service, member, status } = ended
  if (!isClosed(status) || isDecided(status)) return null
  const others = applications.filter((one) => one.id !== id)
  const isAgain = others.some((one) => one.service === service && one.member === member && !isClosed(one.status))
  const isPossible = isOffered(service, asOf) && (member === null || memberOf(folder, member) !== undefined)
  const files = await uploadsIn(stored.id)
  return {
    ...{ inFolder: folderMark(stored.id), number },
    pick: isPossible && !isAgain ? applicationMark(ended) : null,
    isAgain,
    ownFiles: files.some(({ paper, state }) => state === 'kept' && paper.endsWith(`~n${number}`)),
    drafts: others.filter((one) => one.status === 'draft').length,
    others: others.filter((one) => one.submittedAt !== null).length,
  }
}

/**
 * The number of what stands in its place where the same was to be applied for again after one that ended: that one was taken up again
 * meanwhile, or the same was handed in since. Undefined where nothing does.
 */
export function standsInstead(applications: readonly StoredApplication[], after: number | null): number | undefined {
  const ended = applications.find(({ number }) => number === after)
  if (!ended) return undefined
  if (isOpen(ended.status) || isDecided(ended.status)) return ended.number
  return applications.find(({ service, member, status }) => service === ended.service && member === ended.member && isOpen(status))?.number
}
