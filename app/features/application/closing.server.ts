import { json, redirect } from '@remix-run/node'
import { onDisk } from '#app/cases/disk.server.ts'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import { actor } from '#app/cases/moving.server.ts'
import { dropFile } from '#app/cases/paper-files.server.ts'
import { changeCase } from '#app/cases/transition.server.ts'
import { languageOfWords } from '#app/cases/words.ts'
import { readWords } from '#app/domain/identity.ts'
import { isAllowed } from '#app/domain/transition.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { removeFolder } from '#db/folders.server.ts'
import { papersIn } from '#db/papers.server.ts'
import { filedBy, keyboardOf } from '../client-session.server.ts'
import { closeOn } from '../folder-session.server.ts'
import { modeOf, placeOf } from '../page-data.ts'
import { switchMode } from '../switch-mode.server.ts'
import { applicationAt } from './status.server.ts'

type Params = { mode?: string; number?: string }

/** Free words as an event keeps them, marked by the script they are in; undefined where nothing was written. */
function wordsFrom(form: FormData) {
  const read = readWords(String(form.get('words') ?? '').slice(0, 4000), 1000)
  if (!read.ok) return undefined
  return { text: read.value, language: languageOfWords(read.value) }
}

/** Everything the page shows that asks whether to withdraw. */
export async function showWithdraw(request: Request, params: Params) {
  const mode = modeOf(params)
  const { application } = await applicationAt(request, params)
  if (!isAllowed(application, 'withdraw', { role: 'resident' })) throw redirect(paths.application(mode, application.number))
  return json({ mode, at: placeOf(request), number: application.number, service: application.service })
}

/** Withdraws an application; what cannot be withdrawn any more stays as it is. */
export async function takeWithdraw(request: Request, params: Params) {
  const mode = modeOf(params)
  const form = await request.formData()
  switchMode(form, request, mode)
  const { open, application } = await applicationAt(request, params)
  if (form.has('switch-to')) return json({ words: String(form.get('words') ?? '') })
  const [reason, now] = [wordsFrom(form), new Date()]
  const filed = await filedBy(request, mode, 'withdraw', now)
  const event = { type: 'withdraw' as const, ...filed, at: now.toISOString(), ...(reason ? { reason } : {}) }
  await changeCase({ ...open, application }, event)
  throw redirect(paths.application(mode, application.number), 303)
}

/** Everything the page shows on which one rates. */
export async function showRate(request: Request, params: Params) {
  const mode = modeOf(params)
  const { application } = await applicationAt(request, params)
  // A clerk does not rate the hall in somebody's name.
  const own = (await keyboardOf(request)).by === 'resident'
  if (!own || !isAllowed(application, 'rate', { role: 'resident' })) throw redirect(paths.application(mode, application.number))
  return json({ mode, at: placeOf(request), number: application.number, service: application.service })
}

/** Takes a rating, once. */
export async function takeRate(request: Request, params: Params) {
  const mode = modeOf(params)
  const form = await request.formData()
  switchMode(form, request, mode)
  const { open, application } = await applicationAt(request, params)
  const [score, typed] = [String(form.get('score') ?? ''), String(form.get('words') ?? '')]
  if (form.has('switch-to')) return json({ score, words: typed, errors: [] as FieldError[] })
  if (!/^[1-5]$/.test(score))
    return json({ score, words: typed, errors: [{ key: 'errors:apply.rate', field: 'score' }] satisfies FieldError[] }, { status: 422 })
  const words = wordsFrom(form)
  if ((await keyboardOf(request)).by === 'resident')
    await changeCase(
      { ...open, application },
      { type: 'rate', actor: actor('resident'), at: new Date().toISOString(), score: Number(score), ...(words ? { words } : {}) },
    )
  throw redirect(paths.application(mode, application.number), 303)
}

/** Deletes a folder of which nothing was submitted, papers and all; the headers that close it on this device, or undefined where something was. */
export async function deleteDrafts(request: Request, { stored }: OpenFolder): Promise<{ 'Set-Cookie': string } | undefined> {
  const papers = (await papersIn(stored.id)).map(({ id }) => id)
  if (!(await onDisk(removeFolder(stored.id)))) return undefined
  for (const id of papers) await dropFile(id)
  return closeOn(request)
}
