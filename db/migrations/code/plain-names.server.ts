import type Database from 'better-sqlite3'
import { comparableName } from '#app/domain/person-name.ts'
import { plainLogin } from '#app/domain/staff.ts'
import type { CodeMigration, Encryption } from '../../migrate.server.ts'

type Row = { readonly id: string; readonly login_hash: string; readonly sealed: Buffer }

/**
 * Finds staff and applications by names in the form they are compared in now: those saved before radicals and invisible characters were
 * taken out of names had another hash. The form is that of today, whenever this runs: a hash is of use in no other.
 */
export const plainNames: CodeMigration = {
  name: 'plain-names',
  after: '0010_held_words',
  run(database, encryption) {
    rehashStaff(database, encryption)
    rehashPeople(database, encryption)
  },
}

/**
 * Where two names become one, whoever is found by it already keeps it, else the older; the other keeps a hash nobody is found by, and
 * `npm run verify` and each start name them.
 */
function rehashStaff(database: Database.Database, { decrypt, keyedHash }: Encryption): void {
  const rows = database.prepare<[], Row>('select id, login_hash, sealed from staff order by created_at, id').all()
  const save = database.prepare('update or ignore staff set login_hash = ? where id = ?')
  for (const { id, login_hash, sealed } of rows) {
    const { login } = parsed<{ login?: unknown }>(decrypt(sealed, `staff ${id}`)) ?? {}
    if (typeof login !== 'string') continue
    const hash = keyedHash(`staff-login ${plainLogin(login)}`)
    if (hash !== login_hash) save.run(hash, id)
  }
}

type Application = {
  readonly id: string
  readonly folder_id: string
  readonly service: string
  readonly member: string | null
  readonly details_hash: string
  readonly sealed: Buffer | null
  readonly folder: Buffer
}
type Values = Readonly<Record<string, unknown>>
type Folder = { readonly applicant?: string; readonly members?: readonly { id: string; answers: Values }[]; readonly values?: Values }

/** A hash that is that of a name as it stood in the folder, or in what was submitted, becomes that of the name as it is compared now. */
function rehashPeople(database: Database.Database, { decrypt, keyedHash }: Encryption): void {
  const rows = database
    .prepare<[], Application>(
      `select a.id, a.folder_id, a.service, a.member, a.details_hash, a.sealed, f.sealed as folder
       from applications a join folders f on f.id = a.folder_id where a.details_hash is not null`,
    )
    .all()
  const save = database.prepare('update applications set details_hash = ? where id = ?')
  for (const { id, folder_id, service, member, details_hash, sealed, folder: content } of rows) {
    const folder = parsed<Folder>(decrypt(content, `folder ${folder_id}`))
    if (!folder?.values) continue
    const submitted = sealed && parsed<{ rows?: unknown }>(decrypt(sealed, `submission ${id}`))
    for (const values of [folder.values, submittedIn(submitted?.rows)]) {
      const details = detailsIn({ ...folder, values }, member)
      const hash = (name: string) => keyedHash(`person-details ${service} ${name} ${details?.rest}`)
      if (details && hash(lettersOf(details.name)) === details_hash) save.run(hash(lettersOf(comparableName(details.name))), id)
    }
  }
}

/** Names and numbers that were submitted: they are one text in every language. */
function submittedIn(rows: unknown): Values {
  if (!Array.isArray(rows)) return {}
  return Object.fromEntries(rows.map(({ target, value }) => [target, typeof value === 'object' && value !== null ? value.zh : value]))
}

/** The name, and birth date and telephone, of the person an application is for; undefined where one is missing. */
function detailsIn({ applicant = '', members = [], values = {} }: Folder, member: string | null): { name: string; rest: string } | undefined {
  const person = member ?? applicant
  const [number, name] = [values[`person/${person}/identity-number`], values[`person/${person}/name`]]
  const phone = values['contact/home/phone']
  const answered = members.find(({ id }) => id === person)?.answers['birth-date']
  const born = typeof number === 'string' && number !== '' ? number.slice(6, 14).replace(/(....)(..)(..)/, '$1-$2-$3') : answered
  if (typeof name !== 'string' || typeof phone !== 'string' || typeof born !== 'string') return undefined
  return name === '' || phone === '' || !/^\d{4}-\d\d-\d\d$/.test(born) ? undefined : { name, rest: `${born} ${phone}` }
}

const lettersOf = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]/gu, '')

function parsed<T>(content: string | undefined): T | undefined {
  try {
    const value: unknown = content === undefined ? undefined : JSON.parse(content)
    return typeof value === 'object' && value !== null ? (value as T) : undefined
  } catch {
    return undefined
  }
}
