import { sql } from 'drizzle-orm'

/** Is an event an assignment? An index of them alone finds one by its id; it serves a query that has these very words in its condition. */
export const ofAssignment = sql.raw("type = 'assign'")
