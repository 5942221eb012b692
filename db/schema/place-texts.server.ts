import { index, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core'
import { text } from './columns.server.ts'

// What halls and the province say for everybody: days off and worked, announcements, standard sentences.

/** Days off and worked of a weekend as they were announced, by the notice they stand in. */
export const announcedDays = sqliteTable('announced_days', {
  id: text('id').primaryKey(),
  /** The year the notice is for: it may name days of the December before. */
  year: text('year').notNull(),
  /** Its official number. */
  notice: text('notice').notNull(),
  /** Days, JSON. */
  off: text('off').notNull(),
  worked: text('worked').notNull(),
  staffId: text('staff_id').notNull(),
  createdAt: text('created_at').notNull(),
})

/** Announcements of a hall or of the province, shown from one day until another. */
export const announcements = sqliteTable(
  'announcements',
  {
    id: text('id').primaryKey(),
    place: text('place').notNull(),
    /** Who reads it: `residents`, `staff`, `everybody`. */
    audience: text('audience').notNull(),
    fromDay: text('from_day').notNull(),
    /** The last day it is shown. */
    untilDay: text('until_day').notNull(),
    textZh: text('zh').notNull(),
    /** Null where it is said in Chinese only. */
    textBo: text('bo'),
    staffId: text('staff_id').notNull(),
    createdAt: text('created_at').notNull(),
    /** When it was taken down before its day. */
    endedAt: text('ended_at'),
  },
  (table) => [index('announcements_until').on(table.untilDay)],
)

/** Standard sentences of a hall or of the province; each change is another version, and none is deleted. */
export const ownPhrases = sqliteTable(
  'own_phrases',
  {
    id: text('id').notNull(),
    version: integer('version').notNull(),
    place: text('place').notNull(),
    /** What it is said of: `cases/free-text.ts`. */
    kind: text('kind').notNull(),
    textZh: text('zh').notNull(),
    textBo: text('bo').notNull(),
    /** `used`, or `left`: offered no more. */
    state: text('state').notNull(),
    staffId: text('staff_id').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.version] }), index('own_phrases_place').on(table.place)],
)
