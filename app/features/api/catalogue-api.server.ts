import { z } from 'zod'
import type { Day } from '#app/domain/day.ts'
import { optionsOf } from '#app/domain/fields/field.ts'
import { heldBy } from '#app/domain/held.ts'
import { type Question, units } from '#app/domain/question.ts'
import { type Condition, certainties, conditionKinds, questionsAskedBy, type Source } from '#app/domain/verdict.ts'
import { text } from '#app/i18n/messages.ts'
import { type Language, languages } from '#app/i18n/mode.ts'
import type { Service, Statement } from '#app/services/define.ts'
import { rulesVersion, servicesOn } from '#app/services/index.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { isConditional, strengthOfStatement, strengths } from '#app/services/strength.ts'

const quotations = z.array(z.string()).optional()
/** `words` are its own words something rests on; `lacks` stand nowhere in it. */
const source = z.strictObject({
  instrument: z.string(),
  title: z.string(),
  article: z.string().optional(),
  words: quotations,
  lacks: quotations,
})
const certainty = z.enum(certainties)
const ours = z.literal(true).optional()

/** A sentence told to residents: `strength` where it cites the plan, `inferred` where it is our own reading. */
const sentence = z.strictObject({
  id: z.string(),
  text: z.string(),
  certainty,
  sources: z.array(source),
  strength: z.enum(strengths).optional(),
  conditional: ours,
  inferred: ours,
})
const sentences = z.array(sentence)

/** Response of `GET /api/v1/services`. */
export const catalogueResponse = z.strictObject({
  lang: z.enum(languages),
  rulesVersion: z.string(),
  services: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      summary: z.string(),
      unit: z.enum(units),
      topics: z.array(z.string()),
      departments: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      conditions: z.array(
        z.strictObject({
          id: z.string(),
          kind: z.enum(conditionKinds),
          text: z.string(),
          locallySet: z.boolean(),
          certainty,
          sources: z.array(source),
          inferred: ours,
          /** Of held conditions: by which answers one has it already. */
          heldBy: z.array(z.strictObject({ question: z.string(), options: z.array(z.string()) })),
        }),
      ),
      gives: sentences,
      where: sentences,
      timeAndCost: sentences,
      /** Each beside what is `wrong`. */
      misunderstandings: z.array(sentence.extend({ wrong: z.string() })),
      otherwise: sentences,
      questions: z.array(
        z.strictObject({
          id: z.string(),
          of: z.enum(units),
          label: z.string(),
          options: z.array(z.strictObject({ id: z.string(), label: z.string() })),
        }),
      ),
      documents: z.array(z.strictObject({ id: z.string(), name: z.string(), certainty })),
      keep: z.strictObject({ text: z.string(), certainty, sources: z.array(source) }).nullable(),
      notes: z.array(z.strictObject({ id: z.string(), text: z.string(), certainty, sources: z.array(source) })),
    }),
  ),
})

/** The catalogue in one language, as of a day. */
export function catalogue(lang: Language, today: Day): z.infer<typeof catalogueResponse> {
  return { lang, rulesVersion, services: servicesOn(today).map((service) => described(service, lang)) }
}

function described(service: Service, lang: Language): z.infer<typeof catalogueResponse>['services'][number] {
  const at = `services/${service.id}`
  const say = (key: string) => text(lang, key)
  const titled = (sources: readonly Source[]) =>
    sources.map(({ words: own, lacks, ...one }) => ({
      ...{ ...one, title: say(`instruments:${one.instrument}.title`) },
      ...(own && { words: [...own] }),
      ...(lacks && { lacks: [...lacks] }),
    }))
  const said = (one: Statement, key: string): z.infer<typeof sentence> => {
    const strength = strengthOfStatement(one)
    return {
      ...{ id: one.id, text: say(key), certainty: one.certainty, sources: titled(one.sources) },
      ...(strength && {
        strength,
        ...(isConditional(one.sources.flatMap((source) => source.words ?? []).join()) && { conditional: true as const }),
      }),
      ...(one.inferred && { inferred: one.inferred }),
    }
  }
  const checked = ({ certainty: known, sources }: Pick<Condition, 'certainty' | 'sources'>) => ({
    certainty: known,
    sources: titled(sources),
  })
  const held = service.conditions.find(({ kind }) => kind === 'held')
  return {
    id: service.id,
    name: say(`${at}:name`),
    summary: say(`${at}:plain`),
    unit: service.unit,
    topics: [...service.topics],
    departments: service.departments.map((id) => ({ id, name: say(`departments:${id}`) })),
    conditions: service.conditions.map((one) => ({
      ...{ id: one.id, kind: one.kind, locallySet: one.locallySet, text: say(`${at}:conditions.${one.id}.is`), ...checked(one) },
      heldBy: heldBy([one]).map(({ question, options }) => ({ question, options: [...options] })),
      ...(one.inferred && { inferred: one.inferred }),
    })),
    gives: service.gives.map((one) => said(one, `${at}:gives.${one.id}`)),
    where: service.where.map((one) => said(one, `${at}:where.${one.id}`)),
    timeAndCost: service.timeAndCost.map((one) => said(one, `${at}:timeAndCost.${one.id}`)),
    misunderstandings: service.misunderstandings.map((one) => ({
      ...said(one, `${at}:misunderstandings.${one.id}.right`),
      wrong: say(`${at}:misunderstandings.${one.id}.wrong`),
    })),
    otherwise: service.otherwise.map((one) => said(one, `${at}:otherwise.${one.id}`)),
    questions: questionsAskedBy(service.conditions).map((id) => {
      const question = (questionnaire.questions as Record<string, Question>)[id] as Question
      const options = 'options' in question ? optionsOf(question) : ['unsure']
      const label = (option: string) => ({ id: option, label: say(`questions:${id}.options.${option}`) })
      return { id, of: question.of, label: say(`questions:${id}.short`), options: options.map(label) }
    }),
    documents: service.documents.map(({ id, certainty: known }) => ({ id, name: say(`${at}:documents.${id}`), certainty: known })),
    keep: held ? { text: say(`${at}:verdict.already`), ...checked(held) } : null,
    notes: (service.notes ?? []).map((one) => ({ id: one.id, text: say(`notes:${one.id}`), ...checked(one) })),
  }
}
