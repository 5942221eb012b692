import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { allKeysOf, type MissingKey, missingKeys, noteKeys } from '#app/jobs/key-check.server.ts'
import { decryptText, encryptText } from '#app/security/encryption.server.ts'
import { keyedHash, setKeys } from '#app/security/keys.server.ts'
import { loadKeys } from '#app/security/load-keys.server.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { type Contents, contentsOf } from '#db/key-checks.server.ts'
import type { Config } from './config.ts'

/** An open installation: its database, and a function that saves the checks of this process's keys. */
export type Installation = OpenDatabase & { noteKeys(): Promise<void> }

/**
 * Opens the database of a data folder with its keys and migrates it. Nothing is written before keys, database and
 * files are known to belong together.
 * @throws one sentence that says what to do where they do not
 */
export function openInstallation(config: Config, root: string, secureCookies: boolean): Installation {
  const { dataDir } = config
  mustBeOfItsKind(dataDir)
  mkdirSync(dataDir, { recursive: true })
  const [file, papers] = [join(dataDir, 'settle.sqlite'), join(dataDir, 'papers')]
  const contents = contentsOf(file)
  mustHaveFiles(contents, file, papers)
  const isGivenUp = ({ name }: MissingKey) => config.keysLost.includes(name)
  const all = allKeysOf(contents)
  const mayMake = all.every(isGivenUp)
  setKeys(loadKeys(dataDir, config, secureCookies, mayMake ? undefined : () => noKeysFile(dataDir, all)))
  const missing = missingKeys(contents)
  const unexpected = missing.filter((key) => !isGivenUp(key))
  if (unexpected.length > 0) throw new Error(wrongKeys(unexpected))
  const opened = openDatabase(file, join(root, 'db/migrations'), { encrypt: encryptText, decrypt: decryptText, keyedHash })
  setDatabase(opened.db)
  return { ...opened, noteKeys: () => noteKeys(new Date(), contents, missing.length > 0) }
}

/** What stands in the data folder: what has to be a folder, and what a file. */
const kinds = { '.': 'folder', papers: 'folder', 'settle.sqlite': 'file', 'keys.json': 'file', 'holidays.json': 'file' } as const

function mustBeOfItsKind(dataDir: string): void {
  const papers = join(dataDir, 'papers')
  for (const [name, kind] of Object.entries(kinds)) isOfItsKind(join(dataDir, name), kind)
  // The uploaded files lie in folders of two characters.
  for (const name of existsSync(papers) ? readdirSync(papers) : []) if (/^[\da-f]{2}$/.test(name)) isOfItsKind(join(papers, name), 'folder')
}

/** @throws where a path exists and is of the other kind */
function isOfItsKind(path: string, kind: 'folder' | 'file'): void {
  const found = statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory() && statSync(path, { throwIfNoEntry: false })
  if (found && found.isDirectory() !== (kind === 'folder'))
    throw new Error(
      `${path} has to be a ${kind} and is ${kind === 'file' ? 'a folder' : 'none'}: something else was put in its place; move that away, and put the ${kind} back from the backup`,
    )
}

function mustHaveFiles({ files }: Contents, file: string, papers: string): void {
  if (files > 0 && !existsSync(papers))
    throw new Error(
      `The folder ${papers} is missing, and the database names ${files} uploaded files: put it back from the backup; only if the files are lost for good, make an empty folder of that name`,
    )
  if (!existsSync(file) && existsSync(papers) && readdirSync(papers).length > 0)
    throw new Error(`${file} is missing, and uploaded files lie beside it: put the database back from the backup, or name another DATA_DIR`)
}

function noKeysFile(dataDir: string, all: readonly MissingKey[]): string {
  return `keys.json is missing in ${dataDir}, which holds data encrypted with its keys: put it back from the backup, or give DATA_KEY and INDEX_KEY; ${ifLost(all)}`
}

function wrongKeys(missing: readonly MissingKey[]): string {
  const data = missing.some(({ kind }) => kind === 'data')
  const which = data
    ? 'a data key (DATA_KEY, DATA_KEYS_OLD, dataKey and oldDataKeys of keys.json)'
    : 'an index key (INDEX_KEY, indexKey of keys.json)'
  return `The data was written with ${which} that is not given: put back the keys it was written with; ${ifLost(missing)}`
}

/** The setting that accepts the loss: it names the keys, so that it applies to this loss only, also where it is left in the environment. */
function ifLost(missing: readonly MissingKey[]): string {
  return `only if they are lost for good, start with KEYS_LOST=${missing.map(({ name }) => name).join(',')} and what they encrypted stays unreadable`
}
