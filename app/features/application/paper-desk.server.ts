import { json, redirect } from '@remix-run/node'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import { memberOf, type Paper, papersOf } from '#app/cases/folder.ts'
import {
  mostPapers,
  type PaperFault,
  paperBytes,
  progressOf,
  removePaper,
  startPieces,
  takeFile,
  takePiece,
} from '#app/cases/papers.server.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { papersIn } from '#db/papers.server.ts'
import { noteLooks } from '../client-looks.server.ts'
import { folderAt } from '../open-folder.server.ts'
import { found, modeOf, placeOf, today } from '../page-data.ts'
import { askedFor } from './correcting.server.ts'
import { openOnes } from './filling.server.ts'
import type { ShownPaper } from './paper-pages.tsx'
import { uploadsOf } from './upload.server.ts'

type Params = { mode?: string; paper?: string; file?: string }

/** A paper somebody may send now, and where its page leads back to. */
type OpenPaper = { readonly paper: Paper; readonly back: string }

/** The papers that may be sent now: those of drafts, and those a correction asks for. */
async function openPapers(open: OpenFolder, mode: Mode): Promise<OpenPaper[]> {
  const asOf = today()
  const ofDrafts = papersOf(open.folder, openOnes(open), asOf).map((paper) => ({ paper, back: paths.papers(mode) }))
  const ofCorrections = await Promise.all(
    open.applications.map(async (one) => {
      const items = await askedFor(one)
      const asked = items
        ? papersOf(open.folder, [one], asOf).filter(({ key }) => items.some(({ target }) => target === `paper/${key}`))
        : []
      return asked.map((paper) => ({ paper, back: paths.correct(mode, one.number) }))
    }),
  )
  return [...ofCorrections.flat(), ...ofDrafts]
}

/** The paper a URL names, of the folder that is open. Throws 404 where it may not be sent now. */
async function paperAt(request: Request, { paper, ...params }: Params): Promise<OpenPaper & { open: OpenFolder; mode: Mode }> {
  const mode = modeOf(params)
  const open = await folderAt(request, mode)
  return { open, mode, ...found((await openPapers(open, mode)).find((one) => one.paper.key === paper)) }
}

async function shown({ folder, stored, applications }: OpenFolder, papers: readonly Paper[]): Promise<ShownPaper[]> {
  const files = (await papersIn(stored.id)).filter(({ state }) => state === 'kept')
  return papers.map(({ key, words, member, numbers }) => ({
    ...{ key, words, name: member === null ? null : (memberOf(folder, member)?.name ?? null) },
    services: [...new Set(applications.filter(({ number }) => numbers.includes(number)).map(({ service }) => service))],
    files: files.filter(({ paper }) => paper === key).map(({ id, type }) => ({ id, type })),
  }))
}

/** Everything the list of papers shows. */
export async function showPapers(request: Request, params: Params) {
  const mode = modeOf(params)
  const open = await folderAt(request, mode)
  const wanted = openOnes(open)
  if (wanted.length === 0) throw redirect(paths.applications(mode))
  const papers = await shown(open, papersOf(open.folder, wanted, today()))
  return json({ mode, at: placeOf(request), savedAt: open.stored.savedAt.toISOString(), papers })
}

/** Everything the page of one paper shows. */
export async function showPaper(request: Request, params: Params) {
  const { open, mode, paper, back } = await paperAt(request, params)
  const [one] = await shown(open, [paper])
  return json({ mode, at: placeOf(request), most: mostPapers, savedAt: open.stored.savedAt.toISOString(), paper: found(one), back })
}

/** Takes files of a paper. Those that cannot be used are named with a reason, the rest is kept. */
export async function takePaper(request: Request, params: Params) {
  const { open, mode, paper } = await paperAt(request, params)
  const uploads = await uploadsOf(request)
  const errors: FieldError[] = (uploads?.tooLarge ?? []).map((name) => faultOf('file-too-large', name))
  for (const { name, bytes } of uploads?.files ?? []) {
    const taken = await takeFile(open.stored.id, paper.key, bytes, new Date())
    if (!taken.ok) errors.push(faultOf(taken.error, name))
  }
  if (!uploads || (uploads.files.length === 0 && errors.length === 0)) errors.push({ key: 'errors:file.none', field: 'files' })
  if (errors.length > 0) {
    const isFull = errors.some(({ key }) => key === 'errors:file.disk-full')
    return json({ errors }, { status: isFull ? 507 : 422 })
  }
  throw redirect(paths.paper(mode, paper.key), 303)
}

function faultOf(fault: PaperFault, name: string): FieldError {
  const file = name.slice(0, 80)
  switch (fault) {
    case 'paper-full':
      return { key: 'errors:file.too-many', field: 'files', values: { most: mostPapers.ofPaper }, file }
    case 'folder-full':
      return { key: 'errors:file.too-many-in-all', field: 'files', values: { most: mostPapers.ofFolder }, file }
    case 'folder-gone':
      throw new Response(null, { status: 404 })
    default:
      return { key: `errors:file.${fault}`, field: 'files', file }
  }
}

/** A file as it is shown: only to who has its folder open, kept nowhere on the way. */
export async function showFile(request: Request, { file, ...params }: Params): Promise<Response> {
  const mode = modeOf(params)
  const open = await folderAt(request, mode)
  const { type, bytes } = found(await paperBytes(open.stored.id, file ?? ''))
  const asking = papersOf(open.folder, open.applications, today()).find(({ key }) => key === params.paper)?.numbers ?? []
  const of = open.applications.filter(({ number }) => asking.length === 0 || asking.includes(number))
  await noteLooks(request, of, [{ what: 'file', target: file ?? '' }])
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': type, ...(type === 'application/pdf' ? { 'Content-Disposition': 'attachment; filename="paper.pdf"' } : {}) },
  })
}

/** Takes a file away, as long as its paper may be sent. */
export async function dropFileAt(request: Request, params: Params) {
  const { open, mode, paper } = await paperAt(request, params)
  const files = await papersIn(open.stored.id, paper.key)
  if (files.some(({ id }) => id === params.file)) await removePaper(open.stored.id, params.file ?? '')
  throw redirect(paths.paper(mode, paper.key), 303)
}

/** Begins a file that comes in pieces: `?start&size=`; answers with its id. */
export async function beginPieces(request: Request, params: Params): Promise<Response> {
  const { open, paper } = await paperAt(request, params)
  const size = Number(new URL(request.url).searchParams.get('size'))
  const begun = await startPieces(open.stored.id, paper.key, size, new Date())
  return json(begun, { status: begun.ok ? 201 : statusOf(begun.error) })
}

/** How much of a file has come in. */
export async function showPieces(request: Request, { file, ...params }: Params): Promise<Response> {
  const open = await folderAt(request, modeOf(params))
  return json(found(await progressOf(open.stored.id, file ?? '')))
}

/** Takes a piece of a file: `?offset=`. */
export async function takePieceAt(request: Request, { file, ...params }: Params): Promise<Response> {
  const open = await folderAt(request, modeOf(params))
  const offset = Number(new URL(request.url).searchParams.get('offset'))
  const taken = await takePiece(open.stored.id, file ?? '', offset, new Uint8Array(await request.arrayBuffer()))
  return json(taken, { status: taken.ok ? 200 : statusOf(taken.error) })
}

function statusOf(error: string): number {
  if (error === 'offset') return 409
  if (error === 'file-gone' || error === 'folder-gone') return 404
  return error === 'disk-full' ? 507 : 422
}
