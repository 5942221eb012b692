import { judgedIn } from '#app/domain/decision.ts'
import type { DecisionDocument } from '#app/domain/decision-document.ts'
import type { ApplicationEvent, HistoryEvent } from '#app/domain/event.ts'
import type { Source } from '#app/domain/verdict.ts'
import { hasText } from '#app/i18n/messages.ts'
import { citation, conditionName, departmentName, type Named, nameIn } from '#app/i18n/stored-names.ts'
import { serviceById } from '#app/services/index.ts'
import { type Instrument, type InstrumentId, instruments } from '#app/services/instruments.ts'
import { placeKey } from '#app/services/places.ts'
import { allHalls } from '#db/halls.server.ts'
import { staffById } from '#db/staff.server.ts'
import { historyOf } from './case-events.server.ts'
import { decryptSubmission } from './submission.server.ts'
import { type Bilingual, inBoth, inBothLanguages } from './submission.ts'
import type { Case } from './transition.server.ts'

/** The event of a decision. */
export type DecisionEvent = Extract<ApplicationEvent, { type: 'approve' | 'decline' }>

export const isDecision = (event: HistoryEvent): event is DecisionEvent => event.type === 'approve' || event.type === 'decline'

/**
 * The document of a decision: the one that was written with it. A decision that was taken before there were such documents is told
 * from what is known of it: what was submitted, its history, the hall of whoever decided.
 */
export async function documentOf({ application }: Pick<Case, 'application'>, event: DecisionEvent): Promise<DecisionDocument> {
  return event.document ?? (await written(application, event))
}

async function written(application: Case['application'], event: DecisionEvent): Promise<DecisionDocument> {
  const submission = await decryptSubmission(application)
  if (!submission) throw new Error('A decision lacks what was submitted')
  const judged = judgedIn(await historyOf(application.id))
  const { service } = application
  const traced = (id: string) => submission.trace.find(({ condition }) => condition === id)?.sources ?? []
  const groundOf = (id: string) => ({ says: named(conditionName(service, id)), sources: traced(id).map(cited) })
  const condition = event.type === 'decline' ? event.condition : undefined
  return {
    service: submission.name,
    departments: (serviceById(service)?.departments ?? []).map((id) => named(departmentName(id))),
    hall: await hallOf(event, application.county),
    outcome: inBothLanguages(`application:status.${event.type === 'approve' ? 'approved' : 'declined'}.name`),
    ground: condition === undefined ? null : groundOf(condition),
    phrase: phraseOf(event.reason?.phrase),
    conditions: submission.trace.map(({ condition: id, truth }) => {
      const byHall = judged.get(id)?.truth
      return { ...groundOf(id), truth: byHall ?? truth, by: byHall === undefined ? 'answers' : 'hall' }
    }),
    next: inBothLanguages(event.type === 'approve' ? 'desk:letter.next' : 'desk:letter.object'),
  }
}

/** The hall of whoever decided; else the one of the county. */
async function hallOf({ actor }: DecisionEvent, county: string | null): Promise<DecisionDocument['hall']> {
  const decider = actor.id === undefined ? undefined : await staffById(actor.id)
  const hall = decider?.hall ?? (await allHalls()).find(({ place }) => place === county)
  if (!hall) return null
  return { name: hall.name, place: hasText(placeKey(hall.place)) ? inBothLanguages(placeKey(hall.place)) : inBoth(() => hall.place) }
}

const named = (name: Named): Bilingual => inBoth((language) => nameIn(language, name))
const phraseOf = (phrase: string | undefined) =>
  phrase !== undefined && hasText(`phrases:${phrase}`) ? inBothLanguages(`phrases:${phrase}`) : null

function cited(source: Source): Bilingual {
  const instrument: Instrument | undefined = instruments[source.instrument as InstrumentId]
  return inBoth((language) => citation(language, source, instrument?.number))
}
