import { join } from 'node:path'
import Database from 'better-sqlite3'

/** The database of a running site, to damage rows of it as a failing disk would. */
export type Damage = {
  readonly database: Database.Database
  /** Flips one bit of an encrypted column; twice makes it whole again. */
  flip(table: string, id: string, column?: string, key?: string): void
  /** The id of the last event of a kind of an application. */
  eventOf(application: string, type: string): string
}

/** Opens the database of a data folder; foreign keys are not kept: damage breaks them. */
export function damageIn(dataDir: string): Damage {
  const database = new Database(join(dataDir, 'settle.sqlite'))
  database.pragma('foreign_keys = OFF')
  return {
    database,
    flip(table, id, column = 'sealed', key = 'id') {
      const changed = Buffer.from(database.prepare(`select ${column} from ${table} where ${key} = ?`).pluck().get(id) as Buffer)
      changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
      database.prepare(`update ${table} set ${column} = ? where ${key} = ?`).run(changed, id)
    },
    eventOf: (application, type) =>
      String(
        database
          .prepare('select id from events where application_id = ? and type = ? order by seq desc limit 1')
          .pluck()
          .get(application, type),
      ),
  }
}
