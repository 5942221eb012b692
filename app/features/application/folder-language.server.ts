import { requireFolder, requireFolderOf, requireReopened } from '#app/access/guards.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { type Difference, differingLines } from '#app/cases/differences.ts'
import { type OpenFolder, saveOpenFolder } from '#app/cases/folder.server.ts'
import { languageOf } from '#app/cases/folder-language.ts'
import { textInEvery } from '#app/cases/submission.ts'
import { afterConflict, contentVersion, folderMark, isConflictSwitched, openedAt } from '#app/cases/version.server.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { isMode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'

const languageIn = ({ folder, applications }: OpenFolder) => languageOf(folder, applications)
const versionOf = (open: OpenFolder) => contentVersion(languageIn(open))
const named = (language: string) => textInEvery(`apply:language.options.${language}`)

/** Data of the page on which the language of a folder is chosen. */
export async function folderLanguageLoader(context: RequestContext) {
  const open = await requireFolder(context)
  const { mode, at } = context
  return page({ mode, at, inFolder: folderMark(open.stored.id), version: versionOf(open), language: languageIn(open) })
}

/** Changes the language of a folder, and of what was handed in from it. What was chosen elsewhere meanwhile is shown first. */
export async function folderLanguageAction(context: RequestContext, form: FormValues) {
  const { mode, now } = context
  switchMode(form, context)
  const language = String(form.get('language') ?? '')
  const again = { language, version: openedAt(form), errors: [] as FieldError[], differences: [] as Difference[] }
  for (let open = await requireFolderOf(context, form); ; open = await requireReopened(context, open)) {
    const isSwitch = form.has('switch-to')
    if (isSwitch && !(isConflictSwitched(form) && isMode(language))) return page(again)
    if (!isMode(language)) return refused({ ...again, errors: [{ key: 'errors:apply.language', field: 'language' }] }, 'invalid')
    const [version, opened] = [versionOf(open), openedAt(form)]
    const line = { label: 'apply:language.title', now: named(languageIn(open)), typed: named(language) }
    const differences = version === opened ? [] : differingLines([line])
    const conflict = { ...again, version: afterConflict(version, opened), differences }
    if (isSwitch) return page(differences.length > 0 ? conflict : again)
    if (differences.length > 0) return refused(conflict, 'conflict')
    if (!(await saveOpenFolder(open, { ...open.folder, language }, now, { mode: language }))) continue
    return redirectTo(paths.applications(mode))
  }
}
