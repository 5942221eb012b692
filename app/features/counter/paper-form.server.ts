import { json } from '@remix-run/node'
import { applicable, formOf } from '#app/cases/folder.ts'
import { labelOf, wordsOf } from '#app/cases/submission.ts'
import type { Field } from '#app/domain/field.ts'
import type { Question } from '#app/domain/question.ts'
import { paths } from '#app/paths.ts'
import { blocks } from '#app/services/blocks.ts'
import { questionnaire } from '#app/services/household.ts'
import { serviceById } from '#app/services/index.ts'
import { found, modeOf, placeOf } from '../page-data.ts'
import { publicOrigin } from '../public-origin.server.ts'
import { helperAt } from './beginning.server.ts'

type Params = { mode?: string; service?: string }

/** So many boxes in a row, and what is written after them. */
type Boxes = { readonly count: number; readonly unit: string | null }

const inARow = (count: number): Boxes[] => [{ count, unit: null }]
const aDay: readonly Boxes[] = [
  { count: 4, unit: 'check:year' },
  { count: 2, unit: 'check:month' },
  { count: 2, unit: 'check:day-of-month' },
]

/** One field on paper: boxes for options, room to write for everything else. */
export type PaperField = {
  readonly id: string
  readonly label: string
  /** The texts of its options by key; empty: room to write. */
  readonly options: readonly string[]
  readonly several: boolean
  readonly optional: boolean
  /** Asked only of some: the paper says so. */
  readonly only: boolean
  readonly lines: number
  /** Boxes for single characters: an identity number, a telephone number, the year, month and day of a day. */
  readonly boxes: readonly Boxes[]
}

/** A part of the form on paper. */
export type PaperPart = { readonly title: string; readonly fields: readonly PaperField[] }

/** The services there is a form on paper for. */
export async function showPaperForms(request: Request, params: Params) {
  const mode = modeOf(params)
  return json({ mode, at: placeOf(request), staff: await helperAt(request, mode), services: applicable })
}

/** The blank form of a service, made of the same definition as the pages. */
export async function showPaperForm(request: Request, params: Params) {
  const mode = modeOf(params)
  await helperAt(request, mode)
  const service = found(serviceById(params.service ?? ''))
  const form = found(formOf(service.id))
  const shared = form.blocks.map(
    (block): PaperPart => ({
      title: `forms:blocks.${block}.title`,
      fields: blocks[block].fields.map((field) => onPaper({ block }, null, field)),
    }),
  )
  const own = form.own.map((field) => onPaper({ block: 'own' }, service.id, field))
  return json({
    ...{ mode, at: placeOf(request), service: service.id as string },
    parts: own.length > 0 ? [...shared, { title: 'forms:blocks.own.title', fields: own }] : shared,
    papers: service.documents.map(({ id, paper }) => (paper ? `forms:papers.${paper}` : `services/${service.id}:documents.${id}`)),
    // A hand scanner types it into the field of the counter; where the site knows its own address, any camera opens it.
    address: publicOrigin() + paths.counter(mode, { paper: service.id }),
  })
}

/** A field of a definition as paper shows it. */
export function onPaper(step: { block: string }, service: string | null, field: Field): PaperField {
  const words = wordsOf(step, service, field)
  const common = { id: field.id, label: labelOf(field, words), optional: field.optional === true, only: field.when !== undefined }
  const plain = { ...common, options: [], several: false, lines: 1, boxes: [] }
  switch (field.kind) {
    case 'choice':
    case 'many':
      return { ...plain, options: field.options.map((option) => `${words}.options.${option}`), several: field.kind === 'many' }
    case 'question': {
      const question = (questionnaire.questions as Record<string, Question>)[field.question]
      if (!question || question.kind === 'birth-date') return { ...plain, boxes: aDay }
      const options = [...question.options, 'unsure'].map((option) => `questions:${field.question}.options.${option}`)
      return { ...plain, options, several: question.kind === 'many' }
    }
    case 'words':
      return { ...plain, lines: field.lines ?? 1 }
    case 'people':
      return { ...plain, lines: 3 }
    case 'identity-number':
      return { ...plain, boxes: inARow(18) }
    case 'phone':
      return { ...plain, boxes: inARow(11) }
    case 'day':
      return { ...plain, boxes: aDay }
    case 'name':
    case 'county':
      return plain
  }
}
