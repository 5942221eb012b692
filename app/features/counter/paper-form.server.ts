import { requireStaff } from '#app/access/guards.server.ts'
import { page } from '#app/access/outcome.ts'
import { publicOrigin } from '#app/access/public-origin.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import type { Boxes, PaperShape } from '#app/domain/fields/field.ts'
import { kindOf } from '#app/domain/fields/index.ts'
import type { FormField } from '#app/domain/form.ts'
import { deliverable, offeredOn } from '#app/forms/application-form.ts'
import { fieldTexts } from '#app/forms/field-texts.ts'
import { paths } from '#app/paths.ts'
import { blocks } from '#app/services/blocks.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { found, serviceAt } from '../page-data.ts'

type Params = { service?: string }

/** One field of a paper form: the shape of its kind, with its texts by key. */
export type PaperField = Omit<PaperShape, 'boxes'> & {
  readonly id: string
  readonly label: string
  readonly optional: boolean
  /** Not asked of everyone: the form says so. */
  readonly only: boolean
  /** Boxes for single characters, and the key of the unit written after them. */
  readonly boxes: readonly { readonly count: number; readonly unit: string | null }[]
}

/** A part of a paper form. */
export type PaperPart = { readonly title: string; readonly fields: readonly PaperField[] }

/** The services with a paper form. */
export function paperFormsLoader(context: RequestContext) {
  const { mode } = context
  return page({ mode, at: context.at, staff: requireStaff(context, 'counter'), services: offeredOn(context.today) })
}

/** The blank form of a service, made from the same definition as the pages. */
export function paperFormLoader(context: RequestContext, params: Params) {
  const { mode } = context
  requireStaff(context, 'counter')
  const service = serviceAt(mode, params.service ?? '', context.today)
  const form = found(service.form)
  const shared = form.blocks.map(
    (block): PaperPart => ({
      title: `forms:blocks.${block}.title`,
      fields: deliverable(blocks[block].fields).map((field) => onPaper({ block }, null, field)),
    }),
  )
  const own = form.own.map((field) => onPaper({ block: 'own' }, service.id, field))
  return page({
    ...{ mode, at: context.at, service: service.id as string },
    parts: own.length > 0 ? [...shared, { title: 'forms:blocks.own.title', fields: own }] : shared,
    papers: service.documents.map(({ id, paper }) => (paper ? `forms:papers.${paper}` : `services/${service.id}:documents.${id}`)),
    // A hand scanner types it into the code field of the counter; where the public origin is known, any camera opens it.
    address: publicOrigin() + paths.counter(mode, { paper: service.id }),
  })
}

/** A field definition in the shape of the paper form. */
export function onPaper(step: { block: string }, service: string | null, field: FormField): PaperField {
  const { label, options: optionsKey } = fieldTexts(step, service, field)
  const { options, several, boxes, lines } = kindOf(field).paper(field)
  return {
    ...{ id: field.id, label, optional: field.optional === true, only: isNotForAll(field), several, lines },
    options: options.map((option) => `${optionsKey}.${option}`),
    boxes: boxes.map(({ count, unit }) => ({ count, unit: unit && afterBoxes[unit] })),
  }
}

/** Is a field asked only of whom it concerns: by its own condition, or by that of its question? */
const isNotForAll = ({ when, question }: FormField) =>
  when !== undefined || (question !== undefined && Object.hasOwn(questionnaire.skips, question))

const afterBoxes: Readonly<Record<NonNullable<Boxes['unit']>, string>> = {
  year: 'check:year',
  month: 'check:month',
  day: 'check:day-of-month',
}
