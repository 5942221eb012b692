import { and, asc, eq, sql } from 'drizzle-orm'
import type { InEvery } from '#app/domain/language.ts'
import type { OwnPhrase, OwnPhraseState, PhraseKind } from '#app/domain/phrase.ts'
import { deskChain } from '#app/domain/stored-labels.ts'
import { appendEvent, type NewEvent } from './audit-log.server.ts'
import { committed } from './commit.server.ts'
import { given, prepared } from './connection.server.ts'
import { ownPhrases } from './schema.server.ts'

function stored({ id, version, place, kind, textZh, textBo, state }: typeof ownPhrases.$inferSelect): OwnPhrase {
  const text: InEvery<string> = { zh: textZh, bo: textBo }
  return { id, version, place, text, kind: kind as PhraseKind, state: state as OwnPhraseState }
}

const newest = prepared((db) => {
  const { id, version } = ownPhrases
  const last = sql`${version} = (select max(other.version) from own_phrases other where other.id = ${id})`
  return db.select().from(ownPhrases).where(last).orderBy(asc(ownPhrases.kind), asc(id)).prepare()
})
const one = prepared((db) =>
  db
    .select()
    .from(ownPhrases)
    .where(and(eq(ownPhrases.id, given('id')), eq(ownPhrases.version, sql.placeholder('version'))))
    .prepare(),
)

/** Every sentence of every place in its newest version, those offered no more included. */
export const phrasesNow = (): OwnPhrase[] => newest().all().map(stored)

/** A sentence in one of its versions; undefined where there is none. */
export function phraseVersion(id: string, version: number): OwnPhrase | undefined {
  const row = one().get({ id, version })
  return row && stored(row)
}

/** Stores the next version of a sentence with its event; false where somebody stored one meanwhile, or it was sent twice. */
export async function insertPhrase(next: OwnPhrase, staffId: string, event: NewEvent, at: Date): Promise<boolean> {
  const { text, ...row } = next
  return committed((tx) => {
    const before = tx.select({ version: ownPhrases.version }).from(ownPhrases).where(eq(ownPhrases.id, next.id)).all()
    if (before.length !== next.version - 1) return false
    tx.insert(ownPhrases)
      .values({ ...row, textZh: text.zh, textBo: text.bo, staffId, createdAt: at.toISOString() })
      .run()
    appendEvent(deskChain, event)
    return true
  })
}
