import { scoreRange } from '#app/domain/rating.ts'
import { type Columns, closedSets } from './closed-columns.server.ts'

/** A plain column that can be judged by itself: what a wrong value makes true, in SQL, and what is wrong with it. Empty ones are valid. */
export type ColumnRule = {
  readonly table: string
  /** The column that names a row. */
  readonly key: string
  readonly column: string
  readonly isWrong: string
  readonly what: string
}

/** What names the rows of a table; `id` where nothing is said. What is itself to be judged, or secret, names none. */
const keys: Readonly<Record<string, string>> = {
  ...{ events: 'position', past_cases: 'position', sessions: 'rowid', staff_sessions: 'rowid', staff_links: 'rowid' },
  ...{ saved_checks: 'code_hash', key_checks: 'rowid', pin_attempts: 'rowid', folder_lookups: 'rowid' },
}

const isNoText = (column: string) => `typeof(${column}) <> 'text'`
const isNoHash = (column: string) => `${isNoText(column)} or length(${column}) <> 43 or ${column} glob '*[^A-Za-z0-9_-]*'`
/** `scrypt.server.ts`: 16 bytes of salt and 32 of hash. */
const isNoSlowHash = (column: string) =>
  `${isNoText(column)} or length(${column}) <> 66 or substr(${column}, 23, 1) <> '.' or replace(${column}, '.', '') glob '*[^A-Za-z0-9_-]*'`

/** Forms a value can have, by what is said of one that has another. */
const forms: readonly (readonly [what: string, isWrong: (column: string) => string, columns: Columns])[] = [
  [
    'is no date',
    (column) => `${isNoText(column)} or julianday(${column}) is null`,
    [
      ...['created_at', 'saved_at', 'expires_at'].map((column) => `folders.${column}`),
      ...[
        'created_at',
        'changed_at',
        'submitted_at',
        'expires_at',
        'due_on',
        'answered_at',
        'decided_at',
        'rating_answered_at',
        'asked_at',
      ].map((column) => `applications.${column}`),
      ...['client_sessions.started_at', 'client_sessions.expires_at', 'client_sessions.ended_at', 'sessions.expires_at'],
      ...['papers.created_at', 'outbox.next_at', 'outbox.created_at', 'events.at', 'staff_sessions.seen_at', 'staff_sessions.expires_at'],
      ...['saved_checks.created_at', 'saved_checks.expires_at', 'kept_forms.expires_at', 'staff.created_at', 'halls.created_at'],
      ...['staff_links.expires_at', 'saved_filters.created_at', 'feedback.created_at', 'feedback.changed_at', 'pin_attempts.last_at'],
      ...['past_cases.submitted_at', 'past_cases.answered_at', 'past_cases.decided_at', 'key_checks.made_at'],
      ...['person_searches.at', 'person_searches.expires_at', 'recoveries.created_at', 'recoveries.expires_at', 'recoveries.ended_at'],
      ...[
        'recoveries.screen_until',
        'letters.issued_at',
        'letters.told_at',
        'letters.ended_at',
        'announced_days.created_at',
        'own_phrases.created_at',
      ],
      ...['created_at', 'ended_at', 'from_day', 'until_day'].map((column) => `announcements.${column}`),
    ],
  ],
  // Of what is not stored itself only the form of its keyed hash can be told.
  [
    'is no hash',
    // Rows of before a release that added one have none.
    (column) => `${column} <> '' and (${isNoHash(column)})`,
    [
      ...['folders.code_hash', 'applications.person_hash', 'applications.details_hash', 'sessions.id_hash', 'staff_sessions.id_hash'],
      ...['client_sessions.staff_session', 'client_sessions.screen_hash', 'staff.login_hash', 'staff_links.token_hash'],
      ...['saved_checks.code_hash', 'pin_attempts.code_hash', 'kept_forms.browser_hash', 'key_checks.value'],
      ...['events.content', 'events.link', 'events.chain', 'folder_lookups.lookup_hash', 'recoveries.screen_hash'],
      'letters.code_hash',
    ],
  ],
  ['is no hash', isNoSlowHash, ['saved_checks.pin_hash', 'staff.password_hash']],
  // The folder of a sample case has none: nobody opens it.
  ['is no hash', (column) => `${column} <> '' and (${isNoSlowHash(column)})`, ['folders.pin_hash']],
  [
    'is no count',
    (column) => `typeof(${column}) <> 'integer' or ${column} < 0`,
    [
      ...['applications.corrections', 'past_cases.corrections', 'folders.version', 'outbox.attempts', 'pin_attempts.failures'],
      ...['staff.last_step', 'letters.running'],
    ],
  ],
  [
    'is no rating',
    (column) => `typeof(${column}) <> 'integer' or ${column} not between ${scoreRange.join(' and ')}`,
    ['applications.rating', 'past_cases.rating'],
  ],
  [
    'is neither yes nor no',
    (column) => `typeof(${column}) <> 'integer' or ${column} not in (0, 1)`,
    ['halls.second_factor', 'staff_sessions.practice', 'kept_forms.practice'],
  ],
  [
    'is no code',
    (column) => `${column} not glob '${'[0-9]'.repeat(6)}'`,
    [
      'halls.place',
      'client_sessions.place',
      'person_searches.place',
      'recoveries.place',
      'recoveries.confirm_place',
      'announcements.place',
      'own_phrases.place',
    ],
  ],
  [
    'names no member of staff',
    (column) => `${column} not in (select id from staff)`,
    [
      'applications.assignee',
      'applications.proposed_by',
      'applications.held_by',
      'client_sessions.staff_id',
      'person_searches.staff_id',
      'recoveries.staff_id',
      'recoveries.confirmed_by',
      'announced_days.staff_id',
      'announcements.staff_id',
      'own_phrases.staff_id',
    ],
  ],
  // What people may write as they like, and ids.
  [
    'is no text',
    isNoText,
    [
      ...['feedback.message', 'feedback.answer', 'feedback.id', 'folders.id', 'folders.round', 'applications.id', 'applications.round'],
      ...['client_sessions.id', 'outbox.id', 'papers.id', 'halls.id', 'staff.id', 'kept_forms.id', 'saved_filters.id', 'events.id'],
      ...[
        'wordings.id',
        'events.application_id',
        'person_searches.id',
        'person_searches.application_id',
        'recoveries.id',
        'recoveries.hall_id',
        ...['letters.id', 'letters.application_id', 'letters.series', 'letters.checksum', 'letters.ended_by'],
      ],
      ...[
        'announced_days.id',
        'announcements.id',
        'announcements.zh',
        'announcements.bo',
        'own_phrases.id',
        'own_phrases.zh',
        'own_phrases.bo',
      ],
    ],
  ],
  ['is no text by language', (column) => `${isNoText(column)} or not json_valid(${column})`, ['letters.issuer']],
  [
    'is no list',
    (column) => `${isNoText(column)} or not json_valid(${column})`,
    ['person_searches.hashes', 'staff.more_roles', 'staff.serves', 'announced_days.off', 'announced_days.worked'],
  ],
  [
    'is no name',
    (column) => `${isNoText(column)} or trim(${column}) = ''`,
    ['halls.name_zh', 'halls.name_bo', 'saved_filters.name', 'announced_days.notice'],
  ],
  ['is no query', (column) => `${isNoText(column)} or ${column} glob '*[^!-~]*'`, ['saved_filters.query']],
  ['is no path', (column) => `${isNoText(column)} or (${column} <> '' and ${column} not glob '/*')`, ['feedback.page']],
  ['is no paper', (column) => `${isNoText(column)} or ${column} not glob '?*~?*'`, ['papers.paper']],
  ['is no number of an application', (column) => `typeof(${column}) <> 'integer' or ${column} < 1`, ['applications.number']],
  ['is no year', (column) => `${column} not glob '20[0-9][0-9]'`, ['announced_days.year']],
  ['is no number of a version', (column) => `typeof(${column}) <> 'integer' or ${column} < 1`, ['own_phrases.version']],
  ['is no number of an event', (column) => `typeof(${column}) <> 'integer' or ${column} < 1`, ['events.seq']],
  // A file whose pieces still arrive has no type yet.
  [
    'is unknown',
    (column) => `${column} not in ('image/jpeg', 'application/pdf') and not (state = 'receiving' and ${column} = '')`,
    ['papers.type'],
  ],
  ['is no size', (column) => `typeof(${column}) <> 'integer' or ${column} < 0 or (state = 'receiving' and bytes > size)`, ['papers.bytes']],
  ['is no size', (column) => `typeof(${column}) <> 'integer' or ${column} < 0`, ['papers.size']],
]

function ruleOf(place: string, isWrong: (column: string) => string, what: string): ColumnRule {
  const [table = '', column = ''] = place.split('.')
  const key = keys[table] ?? 'id'
  // What is wrong itself names no row.
  return { table, key: column === key ? 'rowid' : key, column, isWrong: isWrong(column), what }
}

/** Every rule of a column. */
export const columnRules: readonly ColumnRule[] = [
  ...closedSets.flatMap(([columns, allowed]) => {
    const list = allowed.map((one) => `'${one}'`).join(', ')
    return columns.map((place) => ruleOf(place, (column) => `${column} not in (${list})`, 'is unknown'))
  }),
  ...forms.flatMap(([what, isWrong, columns]) => columns.map((place) => ruleOf(place, isWrong, what))),
]
