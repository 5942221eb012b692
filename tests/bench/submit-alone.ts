import { readFileSync } from 'node:fs'
import { requestContext } from '#app/access/request-context.server.ts'
import { consentKinds } from '#app/cases/consent.ts'
import { newSubmissionToken } from '#app/cases/folder.server.ts'
import { submissionVersion } from '#app/cases/opened-answers.server.ts'
import { submitAction } from '#app/features/application/submit.server.ts'
import { saveTransitions } from '#db/transitions.server.ts'
import { type Copy, copierOf, modelIn, openAll, write } from './sample-cases.ts'

// Submissions without HTTP, in a process of their own: { dataDir, code, count } on standard input. Writes how many microseconds
// one takes while eight are under way: what is stored alone, and with everything that reads, judges and locks.

const { dataDir, code, count } = JSON.parse(readFileSync(0, 'utf8')) as { dataDir: string; code: string; count: number }
const workers = 8
const warm = 2000
const { model, close } = await modelIn(dataDir, code)
const copy = await copierOf(model)

function drafts(): Copy[] {
  const made = Array.from({ length: warm + count }, copy)
  write(made, 'draft')
  return made
}

async function perPiece<T>(pieces: readonly T[], work: (piece: T) => Promise<boolean>): Promise<number> {
  await all(pieces.slice(0, warm), work)
  const began = performance.now()
  await all(pieces.slice(warm), work)
  return ((performance.now() - began) / count) * 1000
}

async function all<T>(pieces: readonly T[], work: (piece: T) => Promise<boolean>): Promise<void> {
  const queue = [...pieces]
  const worker = async () => {
    for (let piece = queue.pop(); piece; piece = queue.pop()) if (!(await work(piece))) throw new Error('A submission was not taken')
  }
  await Promise.all(Array.from({ length: workers }, worker))
}

const unmarked = {
  ...{ assignee: null, proposedBy: null, heldBy: null, heldStep: null, rating: null, ratingAnsweredAt: null, channel: 'self' },
  ...{ answeredAt: null, decidedAt: null, corrections: 0, declinedFor: null, askedAt: null },
}
const stored = await perPiece(
  drafts(),
  async ({ folder, submitted: { id, sealed, personHash, detailsHash, county, mode, event, messages } }) => {
    const changes = { status: 'submitted', marks: { ...unmarked, county, mode }, deadline: { dueOn: null, expiresAt: null } } as const
    const submission = { sealed, personHash, detailsHash, submissionToken: folder.submissionToken }
    const change = { ...{ id, from: 0, was: 'draft' as const, event, further: [], changes, messages }, submission }
    return (await saveTransitions([change], { batch: { ...folder, nextToken: newSubmissionToken(), at: new Date() } })) === 'done'
  },
)
const whole = drafts()
const cookies = await openAll(whole.map(({ folder }) => folder.id))
const asked = whole.map(({ folder }, index) => ({ Cookie: cookies[index] ?? '', submissionToken: folder.submissionToken }))
const taken = await perPiece(asked, async ({ Cookie, submissionToken }) => {
  const form = new FormData()
  form.set('submission-token', submissionToken)
  form.set('version', submissionVersion({ version: 1 }, []))
  for (const kind of consentKinds) form.append('agree', kind)
  const context = await requestContext(new Request('http://settle.invalid/zh/apply/submit', { method: 'POST', headers: { Cookie } }))
  const result = await submitAction(context, form)
  return result.kind === 'go' && result.to === '/zh/applications'
})
close()
console.log(JSON.stringify({ stored, taken }))
