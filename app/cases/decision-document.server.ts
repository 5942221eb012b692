import { judgedIn } from '#app/domain/decision.ts'
import { type DecisionDocument, letterTexts, letterTextsNow } from '#app/domain/decision-document.ts'
import { type ApplicationEvent, type HistoryEvent, isDecision } from '#app/domain/event.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { LetterEvent } from '#app/domain/letter-event.ts'
import { hallLines } from '#app/i18n/hall-text.ts'
import { phraseText, placeName } from '#app/i18n/stored-names.ts'
import { publicHalls } from '#app/places/halls.server.ts'
import { serviceById } from '#app/services/index.ts'
import { allHalls } from '#db/halls.server.ts'
import { staffById } from '#db/staff.server.ts'
import type { Case } from './case.server.ts'
import { historyOf } from './case-events.server.ts'
import { nameInCase } from './handed-in-values.ts'
import { factsInEvery } from './life-facts.ts'
import { remediesOf } from './remedies.ts'
import { bothOf, citationOf, conditionSays, deciding, inCharge } from './stored-texts.ts'
import { decryptSubmission } from './submission.server.ts'
import { textInEvery } from './submission.ts'

/** The document that was written later for a decision taken before decisions were written with theirs; undefined where none was. */
export function laterDocument(history: readonly HistoryEvent[]): Extract<ApplicationEvent, { type: 'decision-document' }> | undefined {
  const found = history.find(({ type }) => type === 'decision-document')
  return found?.type === 'decision-document' ? found : undefined
}

/**
 * The document of a decision: the one that was written with it, or later. Until a decision has one, it is told from what is known of it:
 * what was submitted, its history, the hall of whoever decided.
 */
export async function documentOf(of: Decided, event: LetterEvent): Promise<DecisionDocument> {
  return event.document ?? laterDocument(await historyOf(of.application.id))?.document ?? (await written(of, event))
}

/** The document of a decision that is being taken. */
export async function documentNow(of: Decided, event: LetterEvent): Promise<DecisionDocument> {
  return { ...(await written(of, event)), labels: inEveryLanguage(letterTextsNow), ...furtherOf(of.application.service, event) }
}

/** What a letter says besides what those of before did: who decides, what else was decided, what can be done about it. */
function furtherOf(service: string, event: LetterEvent): Partial<DecisionDocument> {
  const remedies = event.type === 'approve' || event.type === 'correct-decision' ? undefined : remediesOf(service)
  const isPlain = event.type === 'approve' || event.type === 'decline'
  return {
    // A letter that is put right names whom the first one named.
    ...(event.type === 'correct-decision' || !serviceById(service) ? {} : { departments: [...deciding(service, undefined)] }),
    ...(isPlain ? {} : { facts: factsInEvery(event) }),
    ...(remedies ? { remedies } : {}),
  }
}

const inEveryLanguage = (texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).map(([label, key]) => [label, textInEvery(key)]))

const outcomes = { approve: 'approved', decline: 'declined', 'refuse-acceptance': 'not-accepted', annul: 'annulled' } as const
const nexts = {
  approve: 'desk:letter.next',
  decline: 'desk:letter.object',
  'refuse-acceptance': 'desk:letter.not-accepted',
  annul: 'desk:letter.annulled',
} as const

/** A case; its folder where it can be read. */
type Decided = Pick<Case, 'application'> & Partial<Pick<Case, 'folder'>>

async function written({ application, folder }: Decided, event: LetterEvent): Promise<DecisionDocument> {
  if (event.type === 'correct-decision') return corrected({ application, ...(folder ? { folder } : {}) })
  const submission = await decryptSubmission(application)
  if (!submission) throw new Error('A decision lacks what was submitted')
  const judged = judgedIn(await historyOf(application.id))
  const { service } = application
  const groundOf = (id: string) => {
    const traced = submission.trace.find(({ condition }) => condition === id)
    return { says: traced?.says ?? conditionSays(service, id), sources: (traced?.sources ?? []).map(citationOf) }
  }
  const condition = event.type === 'decline' ? event.condition : undefined
  return {
    ...(folder ? { to: nameInCase(folder, application, submission.rows) } : {}),
    labels: inEveryLanguage(letterTexts),
    service: submission.name,
    departments: [...inCharge(service, submission)],
    hall: await hallOf(event, application.county),
    outcome: textInEvery(`application:status.${outcomes[event.type]}.name`),
    ground: condition === undefined ? null : groundOf(condition),
    phrase: event.reason?.said ?? phraseOf(event.reason?.phrase),
    conditions: submission.trace.map(({ condition: id, truth }) => {
      const byHall = judged.get(id)?.truth
      return { ...groundOf(id), truth: byHall ?? truth, by: byHall === undefined ? 'answers' : 'hall' }
    }),
    next: textInEvery(nexts[event.type]),
  }
}

/** The document of the last decision, for the letter that puts an error in it right. */
async function corrected(of: Decided): Promise<DecisionDocument> {
  const decision = (await historyOf(of.application.id)).findLast(isDecision)
  if (!decision) throw new Error('A letter that is corrected lacks its decision')
  return documentOf(of, decision)
}

/** The hall of the decider; else the one of the county. */
async function hallOf({ actor }: LetterEvent, county: string | null): Promise<DecisionDocument['hall']> {
  const decider = actor.id === undefined ? undefined : await staffById(actor.id)
  const hall = decider?.hall ?? (await allHalls()).find(({ place }) => place === county)
  if (!hall) return null
  const lines = hallLines((await publicHalls()).find(({ id }) => id === hall.id)?.details ?? {})
  return { name: hall.name, place: bothOf(placeName(hall.place)), ...(lines.length > 0 ? { lines } : {}) }
}

/** A standard sentence of which only the key was stored; null where nobody knows it any more. */
function phraseOf(phrase: string | undefined): InEvery<string> | null {
  const named = phrase === undefined ? undefined : phraseText(phrase)
  return named && named.k !== 'retired:unknown' ? bothOf(named) : null
}
