import { blob, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

// What happened, and what stays of a case that has gone.

/**
 * The record: what happened, in order; rows are never changed and never go. Each is chained by keyed hashes to the one before it
 * of its application, and to the one before it of all (`cases/record.server.ts`). Where an application goes, the content of
 * its events goes and their hashes stay.
 */
export const events = sqliteTable(
  'events',
  {
    position: integer('position').primaryKey({ autoIncrement: true }),
    id: text('id').notNull(),
    /** The application, or `desk` for what concerns no single one. */
    applicationId: text('application_id').notNull(),
    seq: integer('seq').notNull(),
    type: text('type').notNull(),
    at: text('at').notNull(),
    /** The event whole, locked: `domain/event.ts`. Empty once the application has gone. */
    sealed: blob('sealed', { mode: 'buffer' }).notNull(),
    /** Keyed hash of the event as it was before it was locked. */
    content: text('content').notNull(),
    /** Chains the events of one application. */
    link: text('link').notNull(),
    /** Chains all events. */
    chain: text('chain').notNull(),
  },
  (table) => [uniqueIndex('events_seq').on(table.applicationId, table.seq)],
)

/** What is counted of cases that have gone: nothing that leads to a person. */
export const pastCases = sqliteTable('past_cases', {
  position: integer('position').primaryKey({ autoIncrement: true }),
  county: text('county').notNull(),
  service: text('service').notNull(),
  mode: text('mode').notNull(),
  channel: text('channel').notNull(),
  status: text('status').notNull(),
  submittedAt: text('submitted_at').notNull(),
  answeredAt: text('answered_at'),
  decidedAt: text('decided_at'),
  corrections: integer('corrections').notNull(),
  declinedFor: text('declined_for'),
  rating: integer('rating'),
})
