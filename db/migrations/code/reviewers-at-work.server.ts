import type { CodeMigration } from '../../migrate.server.ts'

type Row = { readonly id: string; readonly type: string; readonly sealed: Buffer }

/**
 * Gives cases in review that were given to nobody to who began to review them, as beginning to review does by now. Not where that is nobody
 * who can sign in, and not what was put back since.
 */
export const reviewersAtWork: CodeMigration = {
  name: 'reviewers-at-work',
  after: '0013_assigned_and_returned',
  run(database, { decrypt }) {
    const cases = database.prepare<[], string>(`select id from applications where status = 'in-review' and assignee is null`).pluck().all()
    const last = database.prepare<[string], Row>(
      `select id, type, sealed from events where application_id = ? and type in ('start-review', 'assign') order by seq desc limit 1`,
    )
    const give = database.prepare(
      `update applications set assignee = (select id from staff where id = ? and state = 'active') where id = ?`,
    )
    for (const of of cases) {
      const event = last.get(of)
      const actor = event?.type === 'start-review' ? actorIn(decrypt(event.sealed, `event ${event.id}`)) : undefined
      if (actor !== undefined) give.run(actor, of)
    }
  },
}

/** Who caused an event; undefined where it cannot be read. */
function actorIn(content: string | undefined): string | undefined {
  try {
    const { actor } = JSON.parse(content ?? '') as { actor?: { id?: unknown } }
    return typeof actor?.id === 'string' ? actor.id : undefined
  } catch {
    return undefined
  }
}
