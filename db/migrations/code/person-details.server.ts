import type { CodeMigration } from '../../migrate.server.ts'

type Row = { readonly id: string; readonly folder_id: string; readonly service: string; readonly member: string | null; readonly sealed: Buffer }
type Folder = {
  readonly applicant: string
  readonly members: readonly { readonly id: string; readonly answers: Readonly<Record<string, unknown>> }[]
  readonly values: Readonly<Record<string, unknown>>
}

/** Adds the duplicate hash of name, birth date and telephone to applications submitted before there was one. */
export const personDetails: CodeMigration = {
  name: 'person-details',
  after: '0009_person_details',
  run(database, { decrypt, keyedHash }) {
    const rows = database
      .prepare<[], Row>(
        `select a.id, a.folder_id, a.service, a.member, f.sealed from applications a join folders f on f.id = a.folder_id
         where a.submitted_at is not null`,
      )
      .all()
    const save = database.prepare('update applications set details_hash = ? where id = ?')
    for (const { id, folder_id, service, member, sealed } of rows) {
      const details = detailsIn(decrypt(sealed, `folder ${folder_id}`), member)
      if (details) save.run(keyedHash(`person-details ${service} ${details}`), id)
    }
  },
}

/** Name, birth date and telephone of the person an application is for; undefined where one is missing, or the folder cannot be read. */
function detailsIn(content: string | undefined, member: string | null): string | undefined {
  const folder = content === undefined ? undefined : parsed(content)
  if (!folder) return undefined
  const person = member ?? folder.applicant
  const [number, name] = [folder.values[`person/${person}/identity-number`], folder.values[`person/${person}/name`]]
  const phone = folder.values['contact/home/phone']
  const answered = folder.members.find(({ id }) => id === person)?.answers['birth-date']
  const born = typeof number === 'string' && number !== '' ? number.slice(6, 14).replace(/(....)(..)(..)/, '$1-$2-$3') : answered
  if (typeof name !== 'string' || typeof phone !== 'string' || typeof born !== 'string') return undefined
  if (name === '' || phone === '' || !/^\d{4}-\d\d-\d\d$/.test(born)) return undefined
  return `${name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}]/gu, '')} ${born} ${phone}`
}

function parsed(content: string): Folder | undefined {
  try {
    const { applicant, members, values } = JSON.parse(content) as Folder
    return typeof applicant === 'string' && Array.isArray(members) && typeof values === 'object' ? { applicant, members, values } : undefined
  } catch {
    return undefined
  }
}
