import { index, integer, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { ofAssignment } from './assign-events.server.ts'
import { bytes, text } from './columns.server.ts'
import { ofInternalTexts, ofReturnedTexts } from './internal-events.server.ts'

// The audit log, and the statistics of deleted cases.

/**
 * The audit log: events in order; rows are never changed and never deleted. Each is chained by keyed hashes to the one before it
 * of its application, and to the one before it of all (`audit-log/chain-hash.server.ts`). When an application is deleted, the content of
 * its events is deleted and their hashes stay.
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
    /** The whole event, encrypted: `domain/event.ts`. Empty once the application was deleted. */
    sealed: bytes('sealed').notNull(),
    /** Keyed hash of the event before encryption. */
    content: text('content').notNull(),
    /** Chains the events of one application. */
    link: text('link').notNull(),
    /** Chains all events. */
    chain: text('chain').notNull(),
  },
  (table) => [
    uniqueIndex('events_seq').on(table.applicationId, table.seq),
    index('events_internal').on(table.applicationId, table.type, table.at).where(ofInternalTexts),
    index('events_returned').on(table.applicationId, table.at).where(ofReturnedTexts),
    index('events_assigned').on(table.id).where(ofAssignment),
  ],
)

/** Statistics of deleted cases: nothing that leads to a person. */
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
