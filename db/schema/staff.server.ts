import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core'
import { bytes, text } from './columns.server.ts'

// Halls and their staff.

/** Service halls: each has a place, a county or a prefecture, and sees the cases of that place only. */
export const halls = sqliteTable('halls', {
  id: text('id').primaryKey(),
  /** GB/T 2260: six digits of a county; of a prefecture where they end in 00; 630000 is the province, 990000 practice. */
  place: text('place').notNull(),
  nameZh: text('name_zh').notNull(),
  nameBo: text('name_bo').notNull(),
  /** Does every staff member there need a second factor? */
  secondFactor: integer('second_factor', { mode: 'boolean' }).notNull(),
  /** What residents need to know of it, JSON by the ids of the fields of its form: `forms/hall-form.ts`; null where nothing was entered. */
  details: text('details'),
  createdAt: text('created_at').notNull(),
})

/** Staff members; found by a keyed hash of their sign-in name. */
export const staff = sqliteTable(
  'staff',
  {
    id: text('id').primaryKey(),
    loginHash: text('login_hash').notNull().unique(),
    /** Name and sign-in name, encrypted. */
    sealed: bytes('sealed').notNull(),
    /** The role that may do most; the others of a person with several, JSON: null where there are none. */
    role: text('role').notNull(),
    moreRoles: text('more_roles'),
    /** The services and departments they serve, JSON; null: all. */
    serves: text('serves'),
    /** Null for administrators of the whole installation. */
    hallId: text('hall_id').references(() => halls.id),
    /** Null until the person has chosen one. */
    passwordHash: text('password_hash'),
    /** Secret of the authenticator app, encrypted; null without a second factor. */
    secondFactor: bytes('second_factor'),
    /** The last time step accepted from the authenticator app: a code is valid once. */
    lastStep: integer('last_step'),
    /** `active`, or `off`: may not sign in. */
    state: text('state').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [index('staff_hall').on(table.hallId)],
)

/** Single-use links by which a new staff member, or one who forgot, chooses a password; and marks of those that were used. */
export const staffLinks = sqliteTable('staff_links', {
  /** Of a mark, a keyed hash with another label: no token leads to it. */
  tokenHash: text('token_hash').primaryKey(),
  /** Null: its holder becomes the first administrator. */
  staffId: text('staff_id').references(() => staff.id, { onDelete: 'cascade' }),
  expiresAt: text('expires_at').notNull(),
})

/** Staff sessions: a keyed hash of the token in the cookie. */
export const staffSessions = sqliteTable(
  'staff_sessions',
  {
    idHash: text('id_hash').primaryKey(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    seenAt: text('seen_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    /** Practice mode: sample cases only. */
    practice: integer('practice', { mode: 'boolean' }).notNull(),
  },
  (table) => [index('staff_sessions_staff').on(table.staffId)],
)

/** Forms that stood on a sign-in page when somebody else than whoever typed them signed in there: stored until they do, a day at the most. */
export const carriedForms = sqliteTable(
  'kept_forms',
  {
    id: text('id').primaryKey(),
    /** Keyed hash of the token in the cookie of the browser. */
    browserHash: text('browser_hash').notNull(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    /** Typed in practice mode: it belongs to no session at work. */
    practice: integer('practice', { mode: 'boolean' }).notNull(),
    /** Its address and what was typed, encrypted. */
    sealed: bytes('sealed').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (table) => [index('kept_forms_browser').on(table.browserHash, table.staffId), index('kept_forms_staff').on(table.staffId)],
)

/** Saved filters of the queue. */
export const savedFilters = sqliteTable(
  'saved_filters',
  {
    id: text('id').primaryKey(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** Its query string. */
    query: text('query').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [index('saved_filters_staff').on(table.staffId)],
)
