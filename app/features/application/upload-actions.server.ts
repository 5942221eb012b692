import { logAccess } from '#app/access/access-log.server.ts'
import { requireFolder } from '#app/access/guards.server.ts'
import { type FileOutcome, page, type RefusedWhy, redirectTo, refused, stop } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { draftsIn } from '#app/cases/drafts.server.ts'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import { mayBePaper, type Paper, papersOf, paperTextKey, sharedSince } from '#app/cases/folder.ts'
import { uploadsOf } from '#app/cases/folder-uploads.server.ts'
import { folderInput, folderMark, isOfAnotherFolder } from '#app/cases/version.server.ts'
import type { Uploads } from '#app/forms/form-values.ts'
import { memberOf } from '#app/forms/members.ts'
import { hasText } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { receiveFile, uploadBytes } from '#app/uploads/receive.server.ts'
import { receivePiece, startUpload, uploadProgress } from '#app/uploads/receive-pieces.server.ts'
import { removeUpload } from '#app/uploads/remove.server.ts'
import type { UploadFault } from '#app/uploads/upload-fault.server.ts'
import { uploadLimits } from '#app/uploads/upload-limits.ts'
import { found } from '../page-data.ts'
import { isSent, nextPaper, type OpenPaper, openPapers, thenOf } from './open-papers.server.ts'
import { unaskedPapers } from './unasked-files.server.ts'
import type { ShownPaper } from './upload-pages.tsx'

type Params = { paper?: string; file?: string }

/**
 * The paper of the open folder a URL names. `why`: photographs are being sent, or one is to be deleted.
 * @throws `not-found` where it cannot be uploaded now; where that comes too late for it, a redirect to the page that says so;
 * `Unreadable` where only something that cannot be read may ask for it
 */
async function paperAt(
  context: RequestContext,
  { paper = '' }: Params,
  why?: 'photos' | 'deletion',
): Promise<{ open: OpenFolder; mode: Mode; paper: Paper; at: OpenPaper; all: readonly OpenPaper[] }> {
  const { mode } = context
  const open = await requireFolder(context, why === 'photos' ? why : undefined)
  const { all, damaged } = await openPapers(open, context)
  const at = all.find((one) => one.paper.key === paper)
  const isGone = !at && hasText(paperTextKey(paper))
  if (isGone && damaged) throw damaged
  // It was handed in, corrected or removed in another tab meanwhile.
  if (isGone && why) throw stop(redirectTo(paths.applications(mode, why === 'photos' ? 'late-photos' : 'late-deletion')))
  return { open, mode, all, at: found(at), paper: found(at).paper }
}

/** Papers of an open folder as they are shown: whose, for what, and the files there are. */
export async function shownPapers(open: OpenFolder, papers: readonly Paper[]): Promise<ShownPaper[]> {
  const { folder, applications } = open
  const files = (await uploadsOf(open)).filter(({ state }) => state === 'kept')
  return papers.map(({ key, textKey, member, numbers }) => ({
    ...{ key, textKey, name: member === null ? null : (memberOf(folder, member)?.name ?? null) },
    services: [...new Set(applications.filter(({ number }) => numbers.includes(number)).map(({ service }) => service))],
    files: files.filter(({ paper }) => paper === key).map(({ id, type }) => ({ id, type })),
  }))
}

/** Data of the list of papers. */
export async function uploadsLoader(context: RequestContext) {
  const { mode } = context
  const open = await requireFolder(context)
  const wanted = draftsIn(open, context.today)
  if (wanted.length === 0) return redirectTo(paths.applications(mode))
  const papers = await shownPapers(open, papersOf(open.folder, wanted, context.today))
  const unasked = await unaskedPapers(open, context.today)
  return page({ mode, at: context.at, savedAt: open.stored.savedAt.toISOString(), papers, unasked })
}

/** Where the page of a paper of a draft leads that is not asked for by itself any more: to the one services share by now, else to the list. */
async function notAskedFor(context: RequestContext, { paper = '' }: Params) {
  const open = await requireFolder(context)
  const drafts = draftsIn(open, context.today)
  const shared = sharedSince(open.folder, drafts).get(paper)
  if (shared) return redirectTo(paths.paper(context.mode, shared, thenOf(context)))
  if (!mayBePaper(open.folder, drafts, paper) || (await openPapers(open, context)).all.some((one) => one.paper.key === paper))
    return undefined
  return redirectTo(paths.papers(context.mode))
}

/** Data of the page of a paper. */
export async function uploadLoader(context: RequestContext, params: Params) {
  const elsewhere = await notAskedFor(context, params)
  if (elsewhere) return elsewhere
  const { open, mode, paper, at, all } = await paperAt(context, params)
  const [one] = await shownPapers(open, [paper])
  const files = await uploadsOf(open)
  const next = nextPaper(all, at, files)
  const [following] = next ? await shownPapers(open, [next]) : []
  return page({
    mode,
    at: context.at,
    most: uploadLimits,
    savedAt: open.stored.savedAt.toISOString(),
    paper: found(one),
    ...{
      back: at.back,
      after: thenOf(context),
      isCorrection: at.isCorrection,
      item: at.item,
      before: at.before,
      isSent: isSent(at, files),
    },
    next: following ?? null,
    inFolder: folderMark(open.stored.id),
  })
}

/** Receives files of a paper. Each refused file is named with a reason, the others are stored. */
export async function uploadAction(context: RequestContext, readUploads: () => Promise<Uploads | undefined>, params: Params) {
  const { open, mode, paper } = await paperAt(context, params, 'photos')
  const uploads = await readUploads()
  // Reading them took a while.
  await paperAt(context, params, 'photos')
  // Photographs are not stored for later as texts are, and never taken for another folder: it is said.
  if (uploads && isOfAnotherFolder(uploads.fields, open.stored.id)) return redirectTo(paths.openFolder(mode, 'photos'))
  const errors: FieldError[] = (uploads?.tooLarge ?? []).map((name) => faultOf(mode, 'file-too-large', name))
  for (const { name, bytes } of uploads?.files ?? []) {
    const taken = await receiveFile(open.stored.id, paper.key, bytes, context.now)
    if (!taken.ok) errors.push(faultOf(mode, taken.error, name))
  }
  if (!uploads) errors.push({ key: 'errors:file.incomplete', field: 'files' })
  else if (uploads.files.length === 0 && errors.length === 0) errors.push({ key: 'errors:file.none', field: 'files' })
  if (errors.length > 0) {
    const isFull = errors.some(({ key }) => key === 'errors:file.disk-full')
    return refused({ errors }, isFull ? 'disk-full' : 'invalid')
  }
  return redirectTo(paths.paper(mode, paper.key, thenOf(context)))
}

function faultOf(mode: Mode, fault: UploadFault, name: string): FieldError {
  const file = name.slice(0, 80)
  switch (fault) {
    case 'paper-full':
      return { key: 'errors:file.too-many', field: 'files', values: { most: uploadLimits.ofPaper }, file }
    case 'folder-full':
      return { key: 'errors:file.too-many-in-all', field: 'files', values: { most: uploadLimits.ofFolder }, file }
    case 'folder-gone':
      throw stop(redirectTo(paths.openFolder(mode, 'photos')))
    default:
      return { key: `errors:file.${fault}`, field: 'files', file }
  }
}

/** A file: shown only in a session with its folder open, never cached. */
export async function fileLoader(context: RequestContext, { file, ...params }: Params): Promise<FileOutcome> {
  const open = await requireFolder(context)
  const { type, bytes } = found(await uploadBytes(open.stored.id, file ?? ''))
  const asking = papersOf(open.folder, open.applications, context.today).find(({ key }) => key === params.paper)?.numbers ?? []
  const of = open.applications.filter(({ number }) => asking.length === 0 || asking.includes(number))
  await logAccess(context, of, [{ what: 'file', target: file ?? '' }])
  return { kind: 'file', type, content: bytes, ...(type === 'application/pdf' ? { name: 'paper.pdf' } : {}) }
}

/** Deletes a file, as long as its paper can be uploaded. */
export async function deleteFileAction(context: RequestContext, params: Params) {
  const { open, mode, paper } = await paperAt(context, params, 'deletion')
  const files = await uploadsOf(open)
  if (files.some((file) => file.id === params.file && file.paper === paper.key)) await removeUpload(open.stored.id, params.file ?? '')
  return redirectTo(paths.paper(mode, paper.key, thenOf(context)))
}

/** Photographs sent for another folder than the one that is open are not taken. @throws a redirect to the page that says so */
function requireOwnUpload({ mode, query }: RequestContext, { stored }: OpenFolder): void {
  if (isOfAnotherFolder(query, stored.id)) throw stop(redirectTo(paths.openFolder(mode, 'photos')))
}

/** Starts an upload in pieces: `?start&size=`; answers with its id. `folder`: the mark of the folder the page was opened in, without which nothing is taken. */
export async function startUploadAction(context: RequestContext, params: Params) {
  const open = await requireFolder(context, 'photos')
  if (!context.query.has(folderInput)) return redirectTo(paths.openFolder(context.mode, 'photos'))
  requireOwnUpload(context, open)
  const { paper } = await paperAt(context, params, 'photos')
  const size = Number(context.query.get('size'))
  const begun = await startUpload(open.stored.id, paper.key, size, context.now)
  return begun.ok ? page(begun, { made: true }) : refused(begun, whyOf(begun.error))
}

/** How much of a file was received. */
export async function uploadProgressLoader(context: RequestContext, { file }: Params) {
  const open = await requireFolder(context)
  return page(found(await uploadProgress(open.stored.id, file ?? '')))
}

/** Receives a piece of a file: `?offset=`. `folder`: the mark of the folder the page was opened in. */
export async function pieceAction(context: RequestContext, readPiece: () => Promise<Uint8Array>, params: Params) {
  const open = await requireFolder(context, 'photos')
  requireOwnUpload(context, open)
  await paperAt(context, params, 'photos')
  const offset = Number(context.query.get('offset'))
  const taken = await receivePiece(open.stored.id, params.file ?? '', offset, await readPiece())
  return taken.ok ? page(taken) : refused(taken, whyOf(taken.error))
}

function whyOf(error: string): RefusedWhy {
  if (error === 'offset') return 'conflict'
  if (error === 'file-gone' || error === 'folder-gone') return 'gone'
  return error === 'disk-full' ? 'disk-full' : 'invalid'
}
