import { sqliteTable } from 'drizzle-orm/sqlite-core'
import { text } from './columns.server.ts'

// The installation itself.

/** Checks of the keys the data was encrypted with: a keyed hash of a constant, one row for each key in use. */
export const keyChecks = sqliteTable('key_checks', {
  value: text('value').primaryKey(),
  /** `data`: encrypts columns and files; `index`: for keyed hashes. */
  kind: text('kind').notNull(),
  madeAt: text('made_at').notNull(),
})
