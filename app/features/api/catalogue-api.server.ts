import { z } from 'zod'
import type { Day } from '#app/domain/day.ts'
import { optionsOf } from '#app/domain/fields/field.ts'
import { type Question, units } from '#app/domain/question.ts'
import { certainties, conditionKinds, questionsAskedBy } from '#app/domain/verdict.ts'
import { text } from '#app/i18n/messages.ts'
import { type Language, languages } from '#app/i18n/mode.ts'
import type { Service } from '#app/services/define.ts'
import { rulesVersion, servicesOn } from '#app/services/index.ts'
import { questionnaire } from '#app/services/questionnaire.ts'

const source = z.strictObject({ instrument: z.string(), title: z.string(), article: z.string().optional() })
const certainty = z.enum(certainties)

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
        }),
      ),
      questions: z.array(
        z.strictObject({
          id: z.string(),
          of: z.enum(units),
          label: z.string(),
          options: z.array(z.strictObject({ id: z.string(), label: z.string() })),
        }),
      ),
      documents: z.array(z.strictObject({ id: z.string(), name: z.string(), certainty })),
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
  return {
    id: service.id,
    name: say(`${at}:name`),
    summary: say(`${at}:plain`),
    unit: service.unit,
    topics: [...service.topics],
    departments: service.departments.map((id) => ({ id, name: say(`departments:${id}`) })),
    conditions: service.conditions.map(({ id, kind, locallySet, certainty: checked, sources }) => ({
      ...{ id, kind, locallySet, certainty: checked, text: say(`${at}:conditions.${id}.is`) },
      sources: sources.map((one) => ({ ...one, title: say(`instruments:${one.instrument}.title`) })),
    })),
    questions: questionsAskedBy(service.conditions).map((id) => {
      const question = (questionnaire.questions as Record<string, Question>)[id] as Question
      const options = 'options' in question ? optionsOf(question) : ['unsure']
      const label = (option: string) => ({ id: option, label: say(`questions:${id}.options.${option}`) })
      return { id, of: question.of, label: say(`questions:${id}.short`), options: options.map(label) }
    }),
    documents: service.documents.map(({ id, certainty: checked }) => ({ id, name: say(`${at}:documents.${id}`), certainty: checked })),
  }
}
