import { judgedIn } from '#app/domain/decision.ts'
import { type DecisionDocument, letterTexts, letterTextsMandated, letterTextsNow } from '#app/domain/decision-document.ts'
import { type ApplicationEvent, type HistoryEvent, isDecision } from '#app/domain/event.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { LetterEvent } from '#app/domain/letter-event.ts'
import { hallLines } from '#app/i18n/hall-text.ts'
import { parallelMode } from '#app/i18n/mode.ts'
import { areReviewed } from '#app/i18n/review.ts'
import { phraseText, placeName } from '#app/i18n/stored-names.ts'
import { serviceById } from '#app/services/index.ts'
import type { Case } from './case.server.ts'
import { historyOf } from './case-events.server.ts'
import { nameInCase } from './handed-in-values.ts'
import { type DecidingHall, decidingHall, mandateOf } from './letter-issuer.server.ts'
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
  return (
    event.document ??
    laterDocument(await historyOf(of.application.id))?.document ??
    (await written(of, event, await decidingHall(event, of.application.county)))
  )
}

/** The document of a decision that is being taken. */
export async function documentNow(of: Decided, event: LetterEvent, by: DecidingHall | undefined): Promise<DecisionDocument> {
  const { service } = of.application
  const { register: _, mandate: _before, submitted, ...document } = await written(of, event, by)
  const mandate = by && mandateOf(service, by)
  return {
    ...document,
    submitted: submitted ?? (await decryptSubmission(of.application))?.asOf,
    labels: inEveryLanguage(mandate ? letterTextsMandated : letterTextsNow),
    ...(mandate ? { mandate } : {}),
    ...furtherOf(service, event),
    ...(areReviewed(parallelMode, [...namespaces, `services/${service}`]) ? {} : { unreviewed: textInEvery('common:unreviewed') }),
  }
}

/** Where the texts of a letter stand, besides those of its service. */
const namespaces = ['application', 'departments', 'desk', 'halls', 'natures', 'phrases']

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

async function written({ application, folder }: Decided, event: LetterEvent, by: DecidingHall | undefined): Promise<DecisionDocument> {
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
    hall: by ? hallOf(by) : null,
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

/** A hall as a letter names it. */
function hallOf({ hall: { name, place }, details }: DecidingHall): DecisionDocument['hall'] {
  const lines = hallLines(details)
  return { name, place: bothOf(placeName(place)), ...(lines.length > 0 ? { lines } : {}) }
}

/** A standard sentence of which only the key was stored; null where nobody knows it any more. */
function phraseOf(phrase: string | undefined): InEvery<string> | null {
  const named = phrase === undefined ? undefined : phraseText(phrase)
  return named && named.k !== 'retired:unknown' ? bothOf(named) : null
}
