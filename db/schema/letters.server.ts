import { index, integer, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { LetterState } from '#app/domain/letter-register.ts'
import { text } from './columns.server.ts'

// Letters of decisions: what anybody may check of them.

/** The register of letters: rows are never deleted, so that no number is given twice. It tells nothing of what was decided, or of whom. */
export const letters = sqliteTable(
  'letters',
  {
    /** The event whose letter it is. */
    id: text('id').primaryKey(),
    applicationId: text('application_id').notNull(),
    /** Place of the hall and year, and which of them: the number. */
    series: text('series').notNull(),
    running: integer('running').notNull(),
    /** Keyed hash of the code in the address. */
    codeHash: text('code_hash').notNull().unique(),
    /** Who issued it, JSON by language. */
    issuer: text('issuer').notNull(),
    /** Of everything it says: `cases/letter-checksum.server.ts`. */
    checksum: text('checksum').notNull(),
    issuedAt: text('issued_at').notNull(),
    /** From when it is told. */
    toldAt: text('told_at').notNull(),
    state: text('state').notNull().$type<LetterState>(),
    /** The event by which it holds no more, and from when that is told; null while it holds. */
    endedBy: text('ended_by'),
    endedAt: text('ended_at'),
  },
  (table) => [uniqueIndex('letters_number').on(table.series, table.running), index('letters_application').on(table.applicationId)],
)
