import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core'
import { bytes, text } from './columns.server.ts'

// Data of visitors who have not applied for anything.

/** Feedback on a page ("wrong", "unclear"), anonymous. */
export const feedback = sqliteTable('feedback', {
  id: text('id').primaryKey(),
  /** ISO timestamp. */
  createdAt: text('created_at').notNull(),
  mode: text('mode').notNull(),
  /** Path of the page it is about, without query. */
  page: text('page').notNull(),
  kind: text('kind').notNull(),
  message: text('message').notNull(),
  /** The county its writer named, whose hall reads it too; null: the administrator alone. */
  county: text('county'),
  /** `new`, `read`, `answered`, `closed`. */
  state: text('state').notNull().default('new'),
  /** What was answered, and when the state last changed. */
  answer: text('answer'),
  changedAt: text('changed_at'),
})

/** Saved self-checks, encrypted; found by a keyed hash of their case code. */
export const savedChecks = sqliteTable(
  'saved_checks',
  {
    codeHash: text('code_hash').primaryKey(),
    pinHash: text('pin_hash').notNull(),
    sealed: bytes('sealed').notNull(),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (table) => [index('saved_checks_expires').on(table.expiresAt)],
)

/** Wrong PINs by keyed hash of the code that was tried, whether or not such a case exists. */
export const pinAttempts = sqliteTable('pin_attempts', {
  codeHash: text('code_hash').primaryKey(),
  failures: integer('failures').notNull(),
  /** ISO timestamp of the last failure. */
  lastAt: text('last_at').notNull(),
})
