import { json } from '@remix-run/node'
import { publicOrigin } from '#app/access/public-origin.server.ts'
import { draftDays } from '#app/cases/folder.server.ts'
import { memberOf, papersOf } from '#app/cases/folder.ts'
import { isClosed } from '#app/domain/application.ts'
import { paths } from '#app/paths.ts'
import { papersIn } from '#db/papers.server.ts'
import { fillerAt } from '../client-session.server.ts'
import { folderAt } from '../open-folder.server.ts'
import { modeOf, placeOf, today } from '../page-data.ts'

/** Everything the slip shows. The code stands behind the `#` of the address: it reaches no server and no log. */
export async function showSlip(request: Request, params: { mode?: string }) {
  const mode = modeOf(params)
  const { stored, code, folder, applications } = await folderAt(request, mode)
  // Whoever is helped takes the slip home, and does not read what the clerk reads.
  const home = (await fillerAt(request, mode)).by === 'clerk' ? 'zh-bo' : mode
  const sent = new Set((await papersIn(stored.id)).filter(({ state }) => state === 'kept').map(({ paper }) => paper))
  const open = applications.filter(({ status }) => !isClosed(status))
  const bring = papersOf(folder, open, today()).filter(({ key }) => !sent.has(key))
  return json({
    ...{ mode, at: placeOf(request), code, days: draftDays },
    address: publicOrigin() === '' ? null : `${publicOrigin()}${paths.openFolder(home)}#${code}`,
    services: applications.map(({ service, member, status }) => ({ service, status, name: memberOf(folder, member ?? '')?.name ?? null })),
    bring: bring.map(({ key, words, member }) => ({ key, words, name: memberOf(folder, member ?? '')?.name ?? null })),
    started: applications.some(({ submittedAt }) => submittedAt !== null),
  })
}
