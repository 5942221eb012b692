import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** "This page is wrong", "this page is unclear": a message without a name. */
export const feedback = sqliteTable('feedback', {
  id: text('id').primaryKey(),
  /** ISO timestamp. */
  createdAt: text('created_at').notNull(),
  mode: text('mode').notNull(),
  /** Path of the page it is about, without query. */
  page: text('page').notNull(),
  kind: text('kind').notNull(),
  message: text('message').notNull(),
})

/** Self-checks people chose to save, sealed; found by a keyed hash of their case code. */
export const savedChecks = sqliteTable(
  'saved_checks',
  {
    codeHash: text('code_hash').primaryKey(),
    pinHash: text('pin_hash').notNull(),
    sealed: blob('sealed', { mode: 'buffer' }).notNull(),
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

/** A family folder: what a household fills in for the services it applies for together. Sealed; found by a keyed hash of its case code. */
export const folders = sqliteTable(
  'folders',
  {
    id: text('id').primaryKey(),
    codeHash: text('code_hash').notNull().unique(),
    pinHash: text('pin_hash').notNull(),
    /** Answers, people, values: `features/application/folder.ts`, locked. */
    sealed: blob('sealed', { mode: 'buffer' }).notNull(),
    /** Counts every save: a later save of something older is told, nothing is overwritten. */
    version: integer('version').notNull(),
    /** One round of filling in: the same round submitted twice is submitted once. */
    round: text('round').notNull(),
    createdAt: text('created_at').notNull(),
    savedAt: text('saved_at').notNull(),
    /** When it goes, unless something is submitted before. */
    expiresAt: text('expires_at').notNull(),
  },
  (table) => [index('folders_expires').on(table.expiresAt)],
)

/** Who has a folder open: a keyed hash of what lies in the cookie. */
export const sessions = sqliteTable(
  'sessions',
  {
    idHash: text('id_hash').primaryKey(),
    folderId: text('folder_id')
      .notNull()
      .references(() => folders.id, { onDelete: 'cascade' }),
    expiresAt: text('expires_at').notNull(),
  },
  (table) => [index('sessions_folder').on(table.folderId), index('sessions_expires').on(table.expiresAt)],
)

/** One service somebody of a folder applies for. */
export const applications = sqliteTable(
  'applications',
  {
    id: text('id').primaryKey(),
    folderId: text('folder_id')
      .notNull()
      .references(() => folders.id, { onDelete: 'cascade' }),
    /** 1, 2, 3 … within the folder; it stands behind the case code. */
    number: integer('number').notNull(),
    service: text('service').notNull(),
    /** The member it is for; null: the household. */
    member: text('member'),
    status: text('status').notNull(),
    /** Six-digit code of the county whose hall has it; null while a draft. */
    county: text('county'),
    /** Keyed hash of service and identity number: finds a second application of the same person. */
    personHash: text('person_hash'),
    /** The round it was submitted in. */
    round: text('round'),
    /** What was submitted, readable for ever: `features/application/submission.ts`, locked. */
    sealed: blob('sealed', { mode: 'buffer' }),
    createdAt: text('created_at').notNull(),
    submittedAt: text('submitted_at'),
    changedAt: text('changed_at').notNull(),
    /** When it is taken away; null while it is with the hall. */
    expiresAt: text('expires_at'),
  },
  (table) => [
    uniqueIndex('applications_number').on(table.folderId, table.number),
    index('applications_person').on(table.personHash),
    index('applications_expires').on(table.expiresAt),
  ],
)

/** What happened to an application, in order; never changed. */
export const events = sqliteTable(
  'events',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    seq: integer('seq').notNull(),
    type: text('type').notNull(),
    at: text('at').notNull(),
    /** The event whole, locked: `domain/event.ts`. */
    sealed: blob('sealed', { mode: 'buffer' }).notNull(),
  },
  (table) => [uniqueIndex('events_seq').on(table.applicationId, table.seq)],
)

/** Photographs and files of papers; their bytes lie locked beside the database. */
export const papers = sqliteTable(
  'papers',
  {
    id: text('id').primaryKey(),
    folderId: text('folder_id')
      .notNull()
      .references(() => folders.id, { onDelete: 'cascade' }),
    /** Which paper of whom: `domain/form.ts`, `PaperKey`. */
    paper: text('paper').notNull(),
    /** `receiving` while pieces come in, `kept` once it can be shown. */
    state: text('state').notNull(),
    type: text('type').notNull(),
    /** Bytes received so far, then bytes kept. */
    bytes: integer('bytes').notNull(),
    /** Bytes there will be once every piece is in, then bytes kept. */
    size: integer('size').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [index('papers_folder').on(table.folderId, table.paper)],
)

/** Messages to be sent, written with the event they tell of. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    /** Telephone number and words, locked. */
    sealed: blob('sealed', { mode: 'buffer' }).notNull(),
    /** `waiting`, `sent`, `given-up`. */
    state: text('state').notNull(),
    attempts: integer('attempts').notNull(),
    nextAt: text('next_at').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [index('outbox_next').on(table.state, table.nextAt), index('outbox_application').on(table.applicationId)],
)
