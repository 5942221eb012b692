import { closeFolderSession } from '#app/access/folder-session.server.ts'
import { requireFiling, requireFolder } from '#app/access/guards.server.ts'
import { page, type RedirectTo, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { eventActor } from '#app/cases/case-events.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import { languageOfText } from '#app/cases/free-text.ts'
import { changeCase } from '#app/cases/transition.server.ts'
import { folderMark } from '#app/cases/version.server.ts'
import { keptDays } from '#app/domain/application.ts'
import { readWords } from '#app/domain/identity.ts'
import { isAllowed } from '#app/domain/transition.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { deleteFile } from '#app/uploads/file-store.server.ts'
import { removeFolder } from '#db/folders.server.ts'
import { uploadsIn } from '#db/uploads.server.ts'
import { applicationAt } from './status.server.ts'

type Params = { mode?: string; number?: string }

/** A free text as an event stores it, with the language of its script; undefined where nothing was typed. */
function wordsFrom(form: FormValues) {
  const read = readWords(String(form.get('words') ?? '').slice(0, 4000), 1000)
  if (!read.ok) return undefined
  return { text: read.value, language: languageOfText(read.value) }
}

/** Data of the page that withdraws. */
export async function withdrawLoader(context: RequestContext, params: Params) {
  const { mode } = context
  const { open, application } = await applicationAt(context, params)
  if (!isAllowed(application, 'withdraw', { role: 'resident' })) return redirectTo(paths.application(mode, application.number))
  return page({ mode, at: context.at, number: application.number, service: application.service, inFolder: folderMark(open.stored.id) })
}

/** Withdraws an application; one that cannot be withdrawn any more stays as it is. */
export async function withdrawAction(context: RequestContext, form: FormValues, params: Params) {
  const { mode } = context
  switchMode(form, context)
  const { open, application } = await applicationAt(context, params, form)
  if (form.has('switch-to')) return page({ words: String(form.get('words') ?? '') })
  const [reason, now] = [wordsFrom(form), new Date()]
  const filed = requireFiling(context, 'withdraw')
  const event = { type: 'withdraw' as const, ...filed, at: now.toISOString(), ...(reason ? { reason } : {}) }
  await changeCase({ ...open, application }, event)
  return redirectTo(paths.application(mode, application.number))
}

/** Data of the rating page. */
export async function rateLoader(context: RequestContext, params: Params) {
  const { mode } = context
  const { open, application } = await applicationAt(context, params)
  // A clerk does not rate the hall for a resident.
  const own = context.actor.by === 'resident'
  if (!own || !isAllowed(application, 'rate', { role: 'resident' })) return redirectTo(paths.application(mode, application.number))
  return page({ mode, at: context.at, number: application.number, service: application.service, inFolder: folderMark(open.stored.id) })
}

/** Saves a rating, once. */
export async function rateAction(context: RequestContext, form: FormValues, params: Params) {
  const { mode } = context
  switchMode(form, context)
  const { open, application } = await applicationAt(context, params, form)
  const [score, typed] = [String(form.get('score') ?? ''), String(form.get('words') ?? '')]
  if (form.has('switch-to')) return page({ score, words: typed, errors: [] as FieldError[] })
  if (!/^[1-5]$/.test(score))
    return refused({ score, words: typed, errors: [{ key: 'errors:apply.rate', field: 'score' }] satisfies FieldError[] }, 'invalid')
  const words = wordsFrom(form)
  if (context.actor.by === 'resident')
    await changeCase(
      { ...open, application },
      { type: 'rate', actor: eventActor('resident'), at: new Date().toISOString(), score: Number(score), ...(words ? { words } : {}) },
    )
  return redirectTo(paths.application(mode, application.number))
}

/** Data of the page that deletes a folder. */
export async function deleteFolderLoader(context: RequestContext) {
  const { applications } = await requireFolder(context)
  const allowed = applications.every(({ submittedAt }) => submittedAt === null)
  return page({ mode: context.mode, at: context.at, allowed, days: keptDays('withdrawn') })
}

/** Deletes a folder of which nothing was submitted, with its files, and closes it on this device. */
export async function deleteFolderAction(context: RequestContext): Promise<RedirectTo> {
  const { stored } = await requireFolder(context)
  const papers = (await uploadsIn(stored.id)).map(({ id }) => id)
  if (!(await refusingFullDisk(removeFolder(stored.id)))) return redirectTo(paths.deleteFolder(context.mode))
  for (const id of papers) await deleteFile(id)
  return redirectTo(paths.openFolder(context.mode, 'deleted'), { cookies: [await closeFolderSession(context.cookies)] })
}
