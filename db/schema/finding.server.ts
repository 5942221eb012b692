import { index, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core'
import { folders } from './cases.server.ts'
import { bytes, text } from './columns.server.ts'

// How staff find people, and how a lost PIN or code is given back.

/** By what a folder is found at a hall: keyed hashes of the identity numbers in it and of its telephone number. */
export const folderLookups = sqliteTable(
  'folder_lookups',
  {
    lookupHash: text('lookup_hash').notNull(),
    folderId: text('folder_id')
      .notNull()
      .references(() => folders.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.lookupHash, table.folderId] }), index('folder_lookups_folder').on(table.folderId)],
)

/** Searches of staff whose result can still be opened, by who searched; and of the last hour, to be counted. */
export const personSearches = sqliteTable(
  'person_searches',
  {
    id: text('id').primaryKey(),
    staffId: text('staff_id').notNull(),
    /** The place whose cases they saw then. */
    place: text('place').notNull(),
    kind: text('kind').notNull(),
    ground: text('ground').notNull(),
    /** The case that was worked on, where that is the ground. */
    applicationId: text('application_id'),
    /** Keyed hashes of what was searched for: of folders, then of what was handed in. JSON. */
    hashes: text('hashes').notNull(),
    at: text('at').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (table) => [index('person_searches_staff').on(table.staffId, table.at), index('person_searches_at').on(table.at)],
)

/** Requests to give a lost PIN or code back: asked for by one, confirmed by another. */
export const recoveries = sqliteTable(
  'recoveries',
  {
    id: text('id').primaryKey(),
    /** Null once the folder was deleted. */
    folderId: text('folder_id').references(() => folders.id, { onDelete: 'set null' }),
    /** What was lost: `pin`, `code`. */
    kind: text('kind').notNull(),
    state: text('state').notNull(),
    /** Who confirms: `colleague`, `phone`, `above`. */
    way: text('way').notNull(),
    /** Who asked, of which hall, and the place they saw; then the place whose hall is to confirm. */
    staffId: text('staff_id').notNull(),
    hallId: text('hall_id').notNull(),
    place: text('place').notNull(),
    confirmPlace: text('confirm_place').notNull(),
    /** Who confirmed or refused; null where nobody did, or the telephone. */
    confirmedBy: text('confirmed_by'),
    /** The kind of card and its last four digits, encrypted. */
    sealed: bytes('sealed').notNull(),
    /** Keyed hash of the token of the screen on which the PIN is chosen; null where none is open. */
    screenHash: text('screen_hash'),
    screenUntil: text('screen_until'),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    /** When it ended; null while it waits, or is confirmed and not used. */
    endedAt: text('ended_at'),
  },
  (table) => [
    index('recoveries_folder').on(table.folderId),
    index('recoveries_place').on(table.endedAt, table.place, table.confirmPlace),
    index('recoveries_screen').on(table.screenHash),
  ],
)
