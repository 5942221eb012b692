import { readFileSync } from 'node:fs'
import { type Copy, copierOf, modelIn, openAll, write } from './sample-cases.ts'

// Fills a data folder: { dataDir, code, cases, drafts } on standard input, the code of a folder filled in once. Writes the cookies
// that open some of the cases and every draft.

type Order = { dataDir: string; code: string; cases: number; drafts: number }

const { dataDir, code, cases, drafts } = JSON.parse(readFileSync(0, 'utf8')) as Order
const most = 500
const { model, close } = await modelIn(dataDir, code)
const copy = await copierOf(model)
const began = performance.now()
const some: string[] = []
let bytes = 0

/** What handing in writes: the application and its event, and the next submission token of the folder. */
function bytesOf({ folder, submitted: { event, ...row } }: Copy): number {
  const written = [...Object.values(row), ...Object.values(event), folder.submissionToken, row.id]
  return written.reduce<number>(
    (sum, value) => sum + (typeof value === 'string' || Buffer.isBuffer(value) ? Buffer.byteLength(value) : 0),
    0,
  )
}

function* manyCases() {
  for (let made = 0; made < cases; made++) {
    const one = copy()
    if (made % Math.ceil(cases / most) === 0) some.push(one.folder.id)
    bytes = bytesOf(one)
    yield one
  }
}

write(manyCases(), 'accepted')
const seconds = (performance.now() - began) / 1000
const filled = Array.from({ length: drafts }, copy)
write(filled, 'draft')
const [caseCookies, draftCookies] = [await openAll(some), await openAll(filled.map(({ folder }) => folder.id))]
const opened = filled.map(({ folder: { submissionToken } }, index) => ({ submissionToken, cookie: draftCookies[index] }))
close()
console.log(JSON.stringify({ seconds, bytes, cases: caseCookies, drafts: opened }))
