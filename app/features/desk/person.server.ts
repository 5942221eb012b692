import { requirePlace, requireStaff } from '#app/access/guards.server.ts'
import { page, redirectTo } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { applicationName } from '#app/cases/application-name.server.ts'
import { groundOf } from '#app/cases/duplicates.server.ts'
import type { Folder } from '#app/cases/folder.ts'
import { calledIn } from '#app/cases/folder.ts'
import { languageOf } from '#app/cases/folder-language.ts'
import { lookupOfNumber } from '#app/cases/folder-lookups.server.ts'
import { isOpenedBy } from '#app/cases/folder-scope.ts'
import { foldersSeen, type SeenFolder } from '#app/cases/person-search.server.ts'
import { submissionRead } from '#app/cases/submission.server.ts'
import { dayOf, isMoment } from '#app/domain/day.ts'
import type { Staff } from '#app/domain/staff.ts'
import { isClosed, isOpen } from '#app/domain/status.ts'
import { paths } from '#app/paths.ts'
import { isServed } from '#app/services/served.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import { openSearch, type PersonSearch } from '#db/person-searches.server.ts'
import { beside } from './beside.server.ts'

type Params = { id?: string }

/**
 * Data of the page of one person: what a search found, as it is now, of the places one may see. Only whoever searched sees it, for a while.
 * Whoever asks again later is led to where it is searched for, on a ground.
 */
export async function personLoader(context: RequestContext, params: Params) {
  const { mode, now } = context
  const staff = requireStaff(context, 'people')
  const place = requirePlace(staff)
  const search = await openSearch(params.id ?? '', { staffId: staff.id, place }, now)
  if (!search) return redirectTo(paths.people(mode, { why: 'over' }))
  const seer = { place, practice: staff.practice }
  const folders = await foldersSeen(search.hashes, seer)
  return page({
    ...{ mode, at: context.at, staff, search: search.id, kind: search.kind, ground: search.ground, until: search.expiresAt.toISOString() },
    isName: search.kind === 'name',
    folders: await Promise.all(
      folders.map(async (found) => ({ ...(await folderShown(found, search, staff)), mayRecover: isOpenedBy(found.open, seer) })),
    ),
    duplicates: await duplicatesAmong(folders),
    decided: await decidedIn(folders, staff),
  })
}

async function folderShown({ open, seen }: SeenFolder, search: PersonSearch, staff: Staff) {
  const { folder, stored, applications } = open
  return {
    id: stored.id,
    name: calledIn(folder, folder.applicant),
    matched: matchedIn(folder, search),
    savedOn: dayIn(stored.savedAt),
    language: languageOf(folder, applications),
    applications: await Promise.all(seen.map(async (one) => applicationShown(folder, one, staff))),
  }
}

/** Who else than the applicant is found by the number. */
function matchedIn(folder: Folder, { hashes }: PersonSearch): string[] {
  const isFound = (id: string) => {
    const number = folder.values[`person/${id}/identity-number`]
    return typeof number === 'string' && number !== '' && hashes.includes(lookupOfNumber(number))
  }
  return folder.members.filter(({ id }) => id !== folder.applicant && isFound(id)).map(({ id }) => calledIn(folder, id))
}

/** The day of a moment; null where there is none, or what a damaged row holds is none. */
const dayIn = (at: string | Date | null) => (at !== null && isMoment(at) ? dayOf(at) : null)

/** Only those who decide are told that something was refused; for others it has ended, as what was taken back has. */
const toldOutcome = ({ role }: Staff) => role !== 'clerk'

async function applicationShown(folder: Folder, one: StoredApplication, staff: Staff) {
  const isHidden = !toldOutcome(staff) && isClosed(one.status) && one.status !== 'approved'
  return {
    ...{ id: one.id, number: one.number, title: await applicationName(one), county: one.county },
    name: one.member === null || one.member === folder.applicant ? null : calledIn(folder, one.member),
    status: isHidden ? null : one.status,
    on: dayIn(one.submittedAt ?? one.changedAt),
    isCase: one.submittedAt !== null && !isHidden && isServed(staff.serves, one.service),
  }
}

/** What was approved before, said before another one is filed; and, to those who decide, what was refused: it does not stand against another. */
async function decidedIn(folders: readonly SeenFolder[], staff: Staff) {
  const all = folders.flatMap(({ seen }) => seen)
  const shown = async (status: StoredApplication['status']) =>
    Promise.all(
      all
        .filter((one) => one.status === status)
        .map(async (one) => ({ id: one.id, title: await applicationName(one), on: dayIn(one.decidedAt) })),
    )
  return { approved: await shown('approved'), refused: toldOutcome(staff) ? await shown('declined') : [] }
}

/** Open applications for the same service that may be of the same person, in pairs, with what differs. */
async function duplicatesAmong(folders: readonly SeenFolder[]) {
  const open = folders.flatMap(({ seen }) => seen).filter(({ status }) => isOpen(status))
  const pairs = open.flatMap((one, index) =>
    open.slice(index + 1).flatMap((other) => {
      const ground = groundOf(one, other)
      return ground ? [{ one, other, ground }] : []
    }),
  )
  return Promise.all(
    pairs.map(async ({ one, other, ground }) => {
      const read = await submissionRead(one)
      return {
        title: await applicationName(one),
        first: one.id,
        ...{ here: true as const, id: other.id, status: other.status, county: other.county ?? '', ground },
        ...(await beside((read.ok && read.value?.rows) || [], other)),
      }
    }),
  )
}
