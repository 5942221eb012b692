import { redirect } from '@remix-run/node'
import { type OpenFolder, openStored } from '#app/cases/folder.server.ts'
import type { Client } from '#app/cases/helping.server.ts'
import { rowsOf } from '#app/cases/submission.ts'
import { together } from '#app/cases/together.server.ts'
import type { Together } from '#app/domain/together.ts'
import { paths } from '#app/paths.ts'
import { folderById } from '#db/folders.server.ts'
import { modeOf, placeOf, today } from '../page-data.ts'
import { switchMode } from '../switch-mode.server.ts'
import { clientOfScreenAt, isJoin, letIn } from './joining.server.ts'

type Params = { mode?: string }

/** What a screen of the resident's is about: a way in, a client session, or one that is over. */
export type Screen =
  | { readonly is: 'way-in'; readonly join: string; readonly good: boolean }
  | { readonly is: 'over' }
  | { readonly is: 'together'; readonly client: Client; readonly state: Together; readonly open: OpenFolder | undefined }

/** What the resident's own screen is about now. */
export async function screenAt(request: Request, params: Params) {
  const [mode, now] = [modeOf(params), new Date()]
  const join = new URL(request.url).searchParams.get('join')
  const common = { mode, at: placeOf(request) }
  if (join !== null) return { ...common, screen: { is: 'way-in', join, good: isJoin(join, now) } satisfies Screen as Screen }
  const client = await clientOfScreenAt(request, now)
  if (!client) return { ...common, screen: { is: 'over' } satisfies Screen as Screen }
  const stored = client.folderId ? await folderById(client.folderId) : undefined
  const open = stored && (await openStored(stored))
  return { ...common, screen: { is: 'together', client, state: together(client.id), open } satisfies Screen as Screen }
}

/** The step a place names; undefined for any other place. */
export function stepOf({ place }: Pick<Together, 'place'>): { block: string; subject: string } | undefined {
  const found = /^apply\/step\/([^/]+)\/([^/]+)$/.exec(place)
  return found ? { block: found[1] ?? '', subject: found[2] ?? '' } : undefined
}

/** Everything written so far, to be looked over in the reader's language. */
export function rowsIn(open: OpenFolder) {
  return rowsOf(
    open.folder,
    open.applications.filter(({ status }) => status === 'draft'),
    today(),
  )
}

/** Lets a screen in, once. */
export async function takeJoin(request: Request, params: Params): Promise<Response> {
  const mode = modeOf(params)
  const form = await request.formData()
  switchMode(form, request, mode)
  const join = String(form.get('join') ?? '').slice(0, 60)
  const cookie = await letIn(join, new Date())
  return redirect(cookie ? paths.together(mode) : paths.together(mode, join || '-'), {
    status: 303,
    headers: cookie ? { 'Set-Cookie': cookie } : {},
  })
}
