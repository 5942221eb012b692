import { sql } from 'drizzle-orm'
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
    /** Answers, people, values: `cases/folder.ts`, locked. */
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

/**
 * A clerk helps somebody: who, since when, whose folder. At most one of a staff session is not ended; the folder sessions opened
 * in it go with its end.
 */
export const clientSessions = sqliteTable(
  'client_sessions',
  {
    id: text('id').primaryKey(),
    staffId: text('staff_id').notNull(),
    /** Keyed hash of the session the clerk is signed in with. */
    staffSession: text('staff_session').notNull(),
    /** Null until a new case has its folder. */
    folderId: text('folder_id').references(() => folders.id, { onDelete: 'set null' }),
    /** The ground and what was seen: `domain/helping.ts`, locked. */
    sealed: blob('sealed', { mode: 'buffer' }).notNull(),
    /** Keyed hash of what the resident's own screen holds; null where none has joined. */
    screenHash: text('screen_hash'),
    startedAt: text('started_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    endedAt: text('ended_at'),
  },
  (table) => [
    index('client_sessions_staff').on(table.staffSession, table.endedAt),
    index('client_sessions_screen').on(table.screenHash),
    index('client_sessions_expires').on(table.endedAt, table.expiresAt),
  ],
)

/** Who has a folder open: a keyed hash of what lies in the cookie. */
export const sessions = sqliteTable(
  'sessions',
  {
    idHash: text('id_hash').primaryKey(),
    folderId: text('folder_id')
      .notNull()
      .references(() => folders.id, { onDelete: 'cascade' }),
    /** The client session it belongs to; null: the resident's own. */
    clientSession: text('client_session').references(() => clientSessions.id, { onDelete: 'cascade' }),
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
    createdAt: text('created_at').notNull(),
    submittedAt: text('submitted_at'),
    changedAt: text('changed_at').notNull(),
    /** When it is taken away; null while it is with the hall. */
    expiresAt: text('expires_at'),
    /** The mode it was submitted in: which language the resident reads. */
    mode: text('mode'),
    /** The member of staff who works on it. */
    assignee: text('assignee'),
    /** The member of staff who proposes to decline it; null where nobody does. */
    proposedBy: text('proposed_by'),
    /** The day a legal time limit ends; null where there is none. */
    dueOn: text('due_on'),
    /** How it was handed in: `self`, or with a clerk: `counter`, `paper`. */
    channel: text('channel').notNull().default('self'),
    /** When the hall first answered, and when it decided. */
    answeredAt: text('answered_at'),
    decidedAt: text('decided_at'),
    /** How often corrections were asked for. */
    corrections: integer('corrections').notNull().default(0),
    /** The condition it was declined for. */
    declinedFor: text('declined_for'),
    /** One to five; and when somebody of the hall answered a low one. */
    rating: integer('rating'),
    ratingAnsweredAt: text('rating_answered_at'),
    /** What was submitted, readable for ever: `cases/submission.ts`, locked. Last, so that lists need not read past it. */
    sealed: blob('sealed', { mode: 'buffer' }),
  },
  (table) => [
    uniqueIndex('applications_number').on(table.folderId, table.number),
    // Everything a queue asks about: rows themselves, with what was submitted in them, are read for one page only.
    index('applications_desk').on(
      ...([table.county, table.status, table.submittedAt, table.id, table.service] as const),
      ...[table.mode, table.assignee, table.dueOn, table.proposedBy],
    ),
    // Ratings nobody answered: few, whatever the number of cases.
    index('applications_rating').on(table.county, table.rating, table.status).where(sql`rating is not null and rating_answered_at is null`),
    index('applications_person').on(table.personHash),
    index('applications_expires').on(table.expiresAt),
  ],
)

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

/** Service halls: each has a place, a county or a prefecture, and sees the cases of that place only. */
export const halls = sqliteTable('halls', {
  id: text('id').primaryKey(),
  /** GB/T 2260: six digits of a county; of a prefecture where they end in 00; 630000 is the province, 990000 practice. */
  place: text('place').notNull(),
  nameZh: text('name_zh').notNull(),
  nameBo: text('name_bo').notNull(),
  /** Must everybody there sign in with a second factor? */
  secondFactor: integer('second_factor', { mode: 'boolean' }).notNull(),
  createdAt: text('created_at').notNull(),
})

/** Members of staff; found by a keyed hash of the name they sign in with. */
export const staff = sqliteTable(
  'staff',
  {
    id: text('id').primaryKey(),
    loginHash: text('login_hash').notNull().unique(),
    /** Name, and the name to sign in with, locked. */
    sealed: blob('sealed', { mode: 'buffer' }).notNull(),
    role: text('role').notNull(),
    /** Null for administrators of the whole installation. */
    hallId: text('hall_id').references(() => halls.id),
    /** Null until the person has chosen one. */
    passwordHash: text('password_hash'),
    /** Secret of the authenticator app, locked; null without a second factor. */
    secondFactor: blob('second_factor', { mode: 'buffer' }),
    /** The last time step of the authenticator app that was taken: a code serves once. */
    lastStep: integer('last_step'),
    /** `active`, or `off`: may not sign in any more. */
    state: text('state').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [index('staff_hall').on(table.hallId)],
)

/** Links that serve once: a new member of staff, or one who forgot, chooses a password by it. */
export const staffLinks = sqliteTable('staff_links', {
  tokenHash: text('token_hash').primaryKey(),
  /** Null: whoever holds it becomes the first administrator. */
  staffId: text('staff_id').references(() => staff.id, { onDelete: 'cascade' }),
  expiresAt: text('expires_at').notNull(),
})

/** Who of the staff is signed in: a keyed hash of what lies in the cookie. */
export const staffSessions = sqliteTable(
  'staff_sessions',
  {
    idHash: text('id_hash').primaryKey(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    seenAt: text('seen_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    /** Signed in to practise: made-up cases only. */
    practice: integer('practice', { mode: 'boolean' }).notNull(),
  },
  (table) => [index('staff_sessions_staff').on(table.staffId)],
)

/** Filters of the queue somebody of the staff keeps under a name. */
export const savedFilters = sqliteTable(
  'saved_filters',
  {
    id: text('id').primaryKey(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** As it stands in the address. */
    query: text('query').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [index('saved_filters_staff').on(table.staffId)],
)
