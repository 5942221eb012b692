import { join } from 'node:path'

let folder: string | undefined

/** Sets the folder of the encrypted files. */
export function setUploadFolder(path: string): void {
  folder = path
}

/** The folder of the encrypted files; undefined where it is not set yet. */
export const uploadFolder = (): string | undefined => folder

/** Where the file of an id lies. @throws where the folder is not set yet, or this is no id */
export function pathOf(id: string): string {
  if (!folder) throw new Error('The folder of papers is not set yet')
  if (!/^[\da-f-]{36}$/.test(id)) throw new Error('This is no id of a paper')
  return join(folder, id.slice(0, 2), id)
}
