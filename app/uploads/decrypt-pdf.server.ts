import { createRequire } from 'node:module'
import qpdf from '@neslinesli93/qpdf-wasm'

const wasm = createRequire(import.meta.url).resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm')

/** Result for an encrypted PDF: readable now, needs a password to open (`file-locked`), or broken. */
export type Decrypted = { ok: true; bytes: Uint8Array } | { ok: false; error: 'file-locked' | 'file-broken' }

/**
 * Decrypts a PDF that opens without a password: an owner password only restricts printing or changing, and says
 * nothing about who may read it. Streams stay compressed as they are.
 */
export async function decryptPdf(bytes: Uint8Array): Promise<Decrypted> {
  const options = ['--decrypt', '--stream-data=preserve', '--object-streams=preserve']
  const { status, said, made } = await runQpdf([...options, '/in.pdf', '/out.pdf'], bytes)
  // 3: succeeded with warnings.
  if (status === 0 || status === 3) return { ok: true, bytes: made() }
  return { ok: false, error: said().includes('invalid password') ? 'file-locked' : 'file-broken' }
}

/** Runs qpdf once on `/in.pdf`; `made` reads the output at `/out.pdf`, `said` its error messages. */
export async function runQpdf(options: readonly string[], bytes: Uint8Array) {
  const [complaints, toConsole]: [string[], typeof console.error] = [[], console.error]
  // This build of qpdf can report errors only through the console it finds when it is loaded.
  console.error = (...parts) => complaints.push(parts.join(' '))
  const loading = qpdf({ locateFile: () => wasm, noInitialRun: true })
  console.error = toConsole
  const { FS, callMain } = await loading
  FS.writeFile('/in.pdf', bytes)
  const status = callMain([...options])
  return { status, said: () => complaints.join('\n'), made: () => FS.readFile('/out.pdf') }
}
