import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

// What belongs to the installation itself.

/** By what a start knows the keys the data was written with: a keyed hash of a fixed word, one row for each key in use. */
export const keyChecks = sqliteTable('key_checks', {
  value: text('value').primaryKey(),
  /** `data`: encrypts columns and files; `index`: for keyed hashes. */
  kind: text('kind').notNull(),
  madeAt: text('made_at').notNull(),
})
