import type { RequestContext } from '#app/access/request-context.server.ts'
import { draftsIn } from '#app/cases/drafts.server.ts'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import { type Paper, papersOf } from '#app/cases/folder.ts'
import { submissionAmong } from '#app/cases/submission.server.ts'
import type { CorrectionItem } from '#app/domain/worded-step.ts'
import { paths } from '#app/paths.ts'
import type { Unreadable } from '#app/security/stored-value.server.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import type { StoredUpload } from '#db/uploads.server.ts'
import { askedFor, papersAsked } from './asked-for.server.ts'

/** A paper that can be uploaded now. */
export type OpenPaper = {
  readonly paper: Paper
  /** The page to go back to. */
  readonly back: string
  /** Whether a correction asks for it, and what it says of it. */
  readonly isCorrection: boolean
  readonly item?: CorrectionItem | undefined
  /** The files that were handed in, and of which something is to be sent anew. */
  readonly before: readonly string[]
}

/** Was a paper opened from the answers that are read once more before they are handed in? */
export const thenOf = ({ query }: Pick<RequestContext, 'query'>) => (query.get('then') === 'answers' ? ('answers' as const) : undefined)

/** Every paper that can be uploaded now; `damaged`: something to be corrected that cannot be read, so that nobody knows which papers it has. */
export type OpenPapers = { readonly all: readonly OpenPaper[]; readonly damaged: Unreadable | undefined }

/** The papers that can be uploaded now: those of drafts, and those a correction asks for. */
export async function openPapers(open: OpenFolder, context: RequestContext): Promise<OpenPapers> {
  const { mode, today: asOf } = context
  const back = thenOf(context) === 'answers' ? paths.answers(mode) : paths.papers(mode)
  const ofDrafts = papersOf(open.folder, draftsIn(open, asOf), asOf).map((paper) => ({
    ...{ paper, back, isCorrection: false, before: [] },
  }))
  const ofCorrections = await Promise.all(open.applications.map((one) => ofCorrection(open, one, context)))
  return {
    all: [...ofCorrections.flatMap((one) => ('ok' in one ? [] : one)), ...ofDrafts],
    damaged: ofCorrections.find((one) => 'ok' in one),
  }
}

/** The papers a correction of one application asks for, none where it asks for nothing; or that what was submitted cannot be read. */
async function ofCorrection(
  { folder }: OpenFolder,
  one: StoredApplication,
  { mode, today: asOf }: RequestContext,
): Promise<OpenPaper[] | Unreadable> {
  const asked = await askedFor(one)
  if (!asked) return []
  const read = await submissionAmong(one)
  if (!read.ok) return read
  return (await papersAsked(folder, one, asOf)).map((paper) => ({
    ...{ paper, back: paths.correct(mode, one.number), isCorrection: true },
    item: asked.items.find(({ target }) => target === `paper/${paper.key}`),
    before: read.value?.papers.find(({ key }) => key === paper.key)?.files ?? [],
  }))
}

/** Was something sent for a paper, since it was asked for? */
export const isSent = ({ paper, before }: OpenPaper, files: readonly StoredUpload[]): boolean =>
  files.some((file) => file.paper === paper.key && file.state === 'kept' && !before.includes(file.id))

/** The next paper of the same list that nothing was sent for; undefined where there is none. */
export function nextPaper(all: readonly OpenPaper[], at: OpenPaper, files: readonly StoredUpload[]): Paper | undefined {
  const list = all.filter(({ back }) => back === at.back)
  const index = list.findIndex(({ paper }) => paper.key === at.paper.key)
  return [...list.slice(index + 1), ...list.slice(0, index)].find((one) => !isSent(one, files))?.paper
}
