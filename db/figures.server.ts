import { and, between, gte, isNotNull, ne } from 'drizzle-orm'
import { dayOf } from '#app/domain/day.ts'
import type { CaseFact } from '#app/domain/figures.ts'
import { sourceLanguage } from '#app/domain/language.ts'
import { countiesWithin, type Place, practicePlace } from '#app/domain/place.ts'
import { awaitsAnswer } from '#app/domain/rating.ts'
import { isReadableRow } from '#app/domain/readable-row.ts'
import type { Status } from '#app/domain/status.ts'
import type { Tx } from './commit.server.ts'
import { database } from './connection.server.ts'
import { applications, pastCases } from './schema.server.ts'

type Row = typeof applications.$inferSelect

/** Inserts the statistics of an application about to be deleted; of practice cases, nothing. */
export function insertPastCase(tx: Tx, { county, service, mode, channel, status, ...row }: Row & { submittedAt: string }): void {
  if (county === null || county === practicePlace) return
  const { submittedAt, answeredAt, decidedAt, corrections, declinedFor, rating } = row
  tx.insert(pastCases)
    .values({
      county,
      service,
      mode: mode ?? sourceLanguage,
      channel,
      status,
      submittedAt,
      answeredAt,
      decidedAt,
      corrections,
      declinedFor,
      rating,
    })
    .run()
}

const counted = <T extends typeof applications | typeof pastCases>(table: T) => ({
  ...{ county: table.county, service: table.service, mode: table.mode, channel: table.channel, status: table.status },
  ...{ submittedAt: table.submittedAt, answeredAt: table.answeredAt, decidedAt: table.decidedAt },
  ...{ corrections: table.corrections, declinedFor: table.declinedFor, rating: table.rating },
})

/** Statistics, and the rows left out because of a value they cannot have. */
export type Counted = {
  readonly facts: readonly CaseFact[]
  readonly unreadable: readonly { readonly table: string; readonly id: string }[]
}

/** Statistics of the cases of a place submitted since a moment, deleted ones included. Practice cases are never among them. */
export async function countedSince(place: Place, since: Date): Promise<Counted> {
  const [from, to] = countiesWithin(place)
  const real = <T extends typeof applications | typeof pastCases>(table: T) =>
    and(between(table.county, from, to), ne(table.county, practicePlace), gte(table.submittedAt, since.toISOString()))
  const here = database()
    .select({ id: applications.id, ...counted(applications), ratingAnsweredAt: applications.ratingAnsweredAt })
    .from(applications)
    .where(and(real(applications), isNotNull(applications.submittedAt)))
    .all()
  const gone = database()
    .select({ position: pastCases.position, ...counted(pastCases) })
    .from(pastCases)
    .where(real(pastCases))
    .all()
  const all = [
    ...here.map(({ id, ratingAnsweredAt, ...row }) => ({
      ...{ table: 'applications', id, row: { ...row, awaitsAnswer: awaitsAnswer({ ...row, ratingAnsweredAt }) } },
    })),
    ...gone.map(({ position, ...row }) => ({ table: 'past_cases', id: String(position), row: { ...row, awaitsAnswer: false } })),
  ]
  const [whole, damaged] = [all.filter(({ row }) => isReadableRow(row)), all.filter(({ row }) => !isReadableRow(row))]
  return { facts: whole.map(({ row }) => factOf(row)), unreadable: damaged.map(({ table, id }) => ({ table, id })) }
}

type Dates = { readonly submittedAt: string | null; readonly answeredAt: string | null; readonly decidedAt: string | null }

type CountedRow = Dates &
  Pick<CaseFact, 'service' | 'channel' | 'corrections' | 'declinedFor' | 'rating' | 'awaitsAnswer'> &
  Readonly<Record<'county' | 'mode', string | null>> & { readonly status: string }

function factOf({ county, mode, status, submittedAt, answeredAt, decidedAt, ...rest }: CountedRow): CaseFact {
  return {
    ...rest,
    ...{ county: county ?? '', mode: mode ?? sourceLanguage, status: status as Status, receivedOn: dayOf(submittedAt ?? '') },
    ...{ answeredOn: answeredAt === null ? null : dayOf(answeredAt), decidedOn: decidedAt === null ? null : dayOf(decidedAt) },
  }
}
