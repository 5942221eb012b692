import type { CodeMigration } from '../../migrate.server.ts'

type Row = { readonly id: string; readonly sealed: Buffer }

/** Makes folders that were saved before there were look-ups found by the identity numbers in them and by their telephone number. */
export const folderLookups: CodeMigration = {
  name: 'folder-lookups',
  after: '0017_finding',
  run(database, { decrypt, keyedHash }) {
    const save = database.prepare('insert or ignore into folder_lookups (lookup_hash, folder_id) values (?, ?)')
    for (const { id, sealed } of database.prepare<[], Row>('select id, sealed from folders').all())
      for (const looked of lookedUpBy(decrypt(sealed, `folder ${id}`))) save.run(keyedHash(`lookup ${looked}`), id)
  },
}

/** What is hashed of a folder; nothing where it cannot be read. */
function lookedUpBy(content: string | undefined): string[] {
  const values = valuesIn(content)
  return Object.entries(values).flatMap(([target, value]) => {
    if (typeof value !== 'string' || value === '') return []
    if (target.endsWith('/identity-number')) return [`identity-number ${value}`]
    return target === 'contact/home/phone' ? [`phone ${value}`] : []
  })
}

function valuesIn(content: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const { values } = JSON.parse(content ?? '') as { values?: unknown }
    return typeof values === 'object' && values !== null ? (values as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
