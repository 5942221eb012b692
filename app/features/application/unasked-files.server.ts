import { papersToAsk } from '#app/cases/corrected.ts'
import { retiredDraftsIn } from '#app/cases/drafts.server.ts'
import type { OpenFolder } from '#app/cases/folder.server.ts'
import { paperTextKey } from '#app/cases/folder.ts'
import { uploadsOf } from '#app/cases/folder-uploads.server.ts'
import { submissionAmong } from '#app/cases/submission.server.ts'
import type { Day } from '#app/domain/day.ts'
import type { PaperKey } from '#app/domain/form.ts'
import { removeUpload } from '#app/uploads/remove.server.ts'
import type { StoredUpload } from '#db/uploads.server.ts'

/** A paper no application asks for, and how many files of it there are. */
export type UnaskedPaper = { readonly key: PaperKey; readonly textKey: string; readonly count: number }

/**
 * Files of papers that no application of a folder asks for, nor was handed in with: a service has a successor that asks for less, or what was
 * answered since makes a paper needless. They go to nobody, and are deleted at hand-in. While a draft of a retired service stands, whose
 * papers nobody knows any more, or something handed in cannot be read, none is taken for one.
 */
export async function unaskedFiles(open: OpenFolder, uploads: readonly StoredUpload[], asOf: Day): Promise<StoredUpload[]> {
  const files = uploads.filter(({ state }) => state === 'kept')
  if (files.length === 0 || retiredDraftsIn(open, asOf).length > 0) return []
  const asked = new Set<PaperKey>()
  for (const one of open.applications) {
    const read = await submissionAmong(one)
    if (!read.ok || (one.submittedAt !== null && !read.value)) return []
    for (const { key } of papersToAsk(open.folder, one, read.value?.papers ?? [], asOf)) asked.add(key)
  }
  return files.filter(({ paper }) => !asked.has(paper))
}

/** The same as the papers they are of, to be told before they are deleted. */
export async function unaskedPapers(open: OpenFolder, asOf: Day): Promise<UnaskedPaper[]> {
  const files = await unaskedFiles(open, await uploadsOf(open), asOf)
  return [...new Set(files.map(({ paper }) => paper))].map((key) => ({
    ...{ key, textKey: paperTextKey(key) },
    count: files.filter(({ paper }) => paper === key).length,
  }))
}

/** Deletes them, once everything else was handed in. What cannot be deleted then goes with the folder, or as a file without a row. */
export async function removeUnasked(files: readonly StoredUpload[]): Promise<void> {
  await Promise.allSettled(files.map(({ folderId, id }) => removeUpload(folderId, id)))
}
