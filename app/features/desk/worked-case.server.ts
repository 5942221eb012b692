import { applicationName } from '#app/cases/application-name.server.ts'
import { folderHashOf, folderIn } from '#app/cases/folder.server.ts'
import type { Folder } from '#app/cases/folder.ts'
import { hashesOfCase, isOfCase, isWorkedOn, type Looked } from '#app/cases/person-search.server.ts'
import { parseCaseCode } from '#app/domain/case-code.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { SearchKind } from '#app/domain/person-search.ts'
import type { Place } from '#app/domain/place.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { applicationsOf, type StoredApplication } from '#db/applications.server.ts'
import { caseWithin } from '#db/cases.server.ts'
import { folderByCode, folderById } from '#db/folders.server.ts'

/** A case in whose course somebody is looked for. */
export type WorkedCase = {
  readonly application: StoredApplication
  readonly folder: Folder
  readonly shown: { readonly id: string; readonly title: InEvery<string> }
}

/** A case that is being worked on, within a place; undefined where there is none, it ended, or its folder cannot be read. */
export async function workedCase(place: Place, id: string): Promise<WorkedCase | undefined> {
  const application = id === '' ? undefined : await caseWithin(place, id)
  if (!application || !isWorkedOn(application)) return undefined
  const stored = await folderById(application.folderId)
  const read = stored && folderIn(stored)
  if (!read?.ok) return undefined
  return { application, folder: read.value.folder, shown: { id, title: await applicationName(application) } }
}

/** The same by the code that lists and letters show; with `/2` behind it, the second application of the folder. */
export async function workedCaseByCode(place: Place, typed: string): Promise<WorkedCase | undefined> {
  const [, code = '', number] = /^(.*?)(?:\/\s*(\d{1,3})\s*)?$/s.exec(typed.normalize('NFKC')) ?? []
  const parsed = parseCaseCode(code)
  const folder = parsed ? await folderByCode(folderHashOf(parsed)) : undefined
  if (!folder) return undefined
  for (const one of await applicationsOf(folder.id)) {
    if (number !== undefined && one.number !== Number(number)) continue
    const worked = await workedCase(place, one.id)
    if (worked) return worked
  }
  return undefined
}

type Searched = { readonly kind: SearchKind; readonly looked: Looked }

/** What is looked up in the course of a case: whom it is for, or a number that stands in it; any other needs the card. */
export function searchedOf(
  { application, folder }: WorkedCase,
  typed: Searched | undefined,
): ({ readonly ok: true } & Searched) | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const found = typed ?? hashesOfCase(folder, application)
  if (!found) return { ok: false, errors: [{ key: 'people:errors.nothing-in-case', field: 'number' }] }
  if (!isOfCase(folder, application, found.looked)) return { ok: false, errors: [{ key: 'people:errors.not-in-case', field: 'number' }] }
  return { ok: true, ...found }
}
