import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { CaseEventType } from '#app/domain/application.ts'
import { bytes, text, whole } from './columns.server.ts'

// Folders and applications.

/** A family folder: what a household fills in for the services it applies for together. Encrypted; found by a keyed hash of its case code. */
export const folders = sqliteTable(
  'folders',
  {
    id: text('id').primaryKey(),
    codeHash: text('code_hash').notNull().unique(),
    pinHash: text('pin_hash').notNull(),
    /** Answers, members, values: `cases/folder.ts`, encrypted. */
    sealed: bytes('sealed').notNull(),
    /** Counts every save: saving over a newer version is refused. */
    version: integer('version').notNull(),
    /** The same drafts submitted twice are submitted once. */
    submissionToken: text('round').notNull(),
    createdAt: text('created_at').notNull(),
    savedAt: text('saved_at').notNull(),
    /** When it is deleted, unless something is submitted before. */
    expiresAt: text('expires_at').notNull(),
  },
  (table) => [index('folders_expires').on(table.expiresAt)],
)

/**
 * An assisted session: which clerk, since when, whose folder. At most one of a staff session is open; the folder sessions opened
 * in it are deleted with it.
 */
export const clientSessions = sqliteTable(
  'client_sessions',
  {
    id: text('id').primaryKey(),
    staffId: text('staff_id').notNull(),
    /** Keyed hash of the clerk's staff session. */
    staffSession: text('staff_session').notNull(),
    /** The place whose cases the clerk saw when it started; null in rows of before that ended. */
    place: text('place'),
    /** Null until a new case has its folder. */
    folderId: text('folder_id').references(() => folders.id, { onDelete: 'set null' }),
    /** The legal ground and what was seen: `domain/assistance.ts`, encrypted. */
    sealed: bytes('sealed').notNull(),
    /** Keyed hash of the token of the paired resident's screen; null where none is paired. */
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

/** Folder sessions: a keyed hash of the token in the cookie. */
export const sessions = sqliteTable(
  'sessions',
  {
    idHash: text('id_hash').primaryKey(),
    folderId: text('folder_id')
      .notNull()
      .references(() => folders.id, { onDelete: 'cascade' }),
    /** The assisted session it belongs to; null: the resident's own. */
    clientSession: text('client_session').references(() => clientSessions.id, { onDelete: 'cascade' }),
    expiresAt: text('expires_at').notNull(),
  },
  (table) => [index('sessions_folder').on(table.folderId), index('sessions_expires').on(table.expiresAt)],
)

/** One service a member, or the household, of a folder applies for. */
export const applications = sqliteTable(
  'applications',
  {
    id: text('id').primaryKey(),
    folderId: text('folder_id')
      .notNull()
      .references(() => folders.id, { onDelete: 'cascade' }),
    /** 1, 2, 3 … within the folder; it stands behind the case code. */
    number: whole('number').notNull(),
    service: text('service').notNull(),
    /** The member it is for; null: the household. */
    member: text('member'),
    status: text('status').notNull(),
    /** Six-digit code of the county whose hall has it; null while a draft. */
    county: text('county'),
    /** Keyed hash of service and identity number: finds a second application of the same person. */
    personHash: text('person_hash'),
    /** Keyed hash of service, name, birth date and telephone: finds duplicates without an identity number. */
    detailsHash: text('details_hash'),
    submissionToken: text('round'),
    createdAt: text('created_at').notNull(),
    submittedAt: text('submitted_at'),
    changedAt: text('changed_at').notNull(),
    /** When it is deleted; null while it is with the hall. */
    expiresAt: text('expires_at'),
    /** The mode it was submitted in: the language the resident reads. */
    mode: text('mode'),
    /** The member of staff who works on it. */
    assignee: text('assignee'),
    /** The staff member who proposes to decline it; null where there is no proposal. */
    proposedBy: text('proposed_by'),
    /** The member of staff whose texts wait for a second reader, and the step they are said in; null where none wait. */
    heldBy: text('held_by'),
    heldStep: text('held_step').$type<CaseEventType>(),
    /** The day a legal deadline ends; null where there is none. */
    dueOn: text('due_on'),
    /** `self`, or with a clerk: `counter`, `paper`. */
    channel: text('channel').notNull().default('self'),
    /** When the hall first answered, and when it decided. */
    answeredAt: text('answered_at'),
    decidedAt: text('decided_at'),
    corrections: integer('corrections').notNull().default(0),
    declinedFor: text('declined_for'),
    /** Since when a question of the resident waits for an answer. */
    askedAt: text('asked_at'),
    /** One to five; and when the hall answered a low one. */
    rating: integer('rating'),
    ratingAnsweredAt: text('rating_answered_at'),
    /** What was submitted: `cases/submission.ts`, encrypted. Last, so that lists need not read past it. */
    sealed: bytes('sealed'),
  },
  (table) => [
    uniqueIndex('applications_number').on(table.folderId, table.number),
    // Covers every query of the queue: rows themselves, with what was submitted in them, are read for one page only.
    // Drafts are not in the queue: they are left out here and below.
    index('applications_desk')
      .on(
        ...([table.county, table.status, table.submittedAt, table.id, table.service] as const),
        ...[table.mode, table.assignee, table.dueOn, table.proposedBy],
      )
      .where(sql`submitted_at is not null`),
    // The cases of each status in the order of the queue, with what it is filtered by: a page is found without reading the rows after it.
    index('applications_queue')
      .on(
        ...([table.status, table.submittedAt, table.id, table.county, table.service] as const),
        ...[table.mode, table.assignee, table.dueOn, table.proposedBy],
      )
      .where(sql`submitted_at is not null`),
    // Ratings and questions not answered: few, whatever the number of cases.
    index('applications_rating').on(table.county, table.rating, table.status).where(sql`rating is not null and rating_answered_at is null`),
    index('applications_asked').on(table.county, table.askedAt).where(sql`asked_at is not null`),
    index('applications_details').on(table.detailsHash).where(sql`details_hash is not null`),
    // Texts that wait for a second reader: few, whatever the number of cases.
    index('applications_held').on(table.county, table.heldBy).where(sql`held_by is not null`),
    index('applications_person').on(table.personHash).where(sql`person_hash is not null`),
    index('applications_expires').on(table.expiresAt).where(sql`expires_at is not null`),
  ],
)

/** The texts of the forms, one row for each version of them: submissions refer to them by keys and this id. */
export const wordings = sqliteTable('wordings', {
  id: text('id').primaryKey(),
  /** Texts in both languages by key, JSON: nothing of any person. */
  content: text('content').notNull(),
})

/** Uploaded files; their bytes lie encrypted beside the database. */
export const papers = sqliteTable(
  'papers',
  {
    id: text('id').primaryKey(),
    folderId: text('folder_id')
      .notNull()
      .references(() => folders.id, { onDelete: 'cascade' }),
    /** Paper and member it belongs to: `domain/form.ts`, `PaperKey`. */
    paper: text('paper').notNull(),
    /** `receiving` while pieces arrive, `kept` once it can be shown. */
    state: text('state').notNull(),
    type: text('type').notNull(),
    /** Bytes received so far, then bytes stored. */
    bytes: integer('bytes').notNull(),
    /** Bytes expected while receiving, then bytes stored. */
    size: integer('size').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [index('papers_folder').on(table.folderId, table.paper)],
)

/** Messages to be sent, written with their event. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    /** Telephone number and text, encrypted. */
    sealed: bytes('sealed').notNull(),
    /** `waiting`, `sent`, `given-up`. */
    state: text('state').notNull(),
    attempts: integer('attempts').notNull(),
    nextAt: text('next_at').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [index('outbox_next').on(table.state, table.nextAt), index('outbox_application').on(table.applicationId)],
)
