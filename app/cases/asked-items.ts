import { type InEvery, inEvery } from '#app/domain/language.ts'
import type { CorrectionItem } from '#app/domain/worded-step.ts'
import { formOf } from '#app/forms/application-form.ts'
import { memberName } from '#app/i18n/member-name.ts'
import { fieldName, paperName, stepName } from '#app/i18n/stored-names.ts'
import { type Block, blocks } from '#app/services/blocks.ts'
import { paperTextKey } from './folder.ts'
import { bothOf } from './stored-texts.ts'
import { fieldNames, type Submission, type SubmittedRow } from './submission.ts'

// What is asked for has to be named wherever somebody reads of it, filled in or not. So a request keeps the names it was made with;
// those made before that, and what waits for a second reader since then, are named by what was submitted, else by the form as it is.

/** The title of a line as it is now, with whom it is about: the site's own word (“myself”) is in the language of whoever reads it. */
export function titleAbout(title: InEvery<string>, person: string | null): InEvery<string> {
  return person === null ? title : inEvery((language) => `${title[language]} ${memberName(language, person)}`)
}

/** The same of a submitted line, whose title ends with whom it is about. */
export function titleInFull({ title, person }: Pick<SubmittedRow, 'title' | 'person'>): InEvery<string> {
  if (person === undefined) return title
  return titleAbout(
    inEvery((language) => title[language].slice(0, -person.length).trimEnd()),
    person,
  )
}

/** A field in one line: what it belongs to, and what it is. */
export function fieldInFull({ title, label }: Pick<SubmittedRow, 'title' | 'label'>): InEvery<string> {
  return inEvery((language) => (title[language] === label[language] ? label[language] : `${title[language]} · ${label[language]}`))
}

/** A paper in one line, with whose it is where it is one of a person. */
export function paperInFull(text: InEvery<string>, person: string | null): InEvery<string> {
  return person === null ? text : inEvery((language) => `${text[language]} · ${memberName(language, person)}`)
}

/** How an item of a request for corrections is called. It always has a name, also where it is empty, or nothing asks for it any more. */
export function itemNames({ service, rows, papers }: Pick<Submission, 'service' | 'rows' | 'papers'>) {
  return ({ target, label }: Pick<CorrectionItem, 'target' | 'label'>): InEvery<string> => {
    if (label) return label
    const [block = '', subject = '', field = ''] = target.split('/')
    if (block === 'paper') return papers.find(({ key }) => key === subject)?.words ?? bothOf(paperName(paperTextKey(subject)))
    const row = rows.find((one) => one.target === target)
    if (row) return fieldInFull({ ...row, title: titleInFull(row) })
    // What was left empty has no line of its own; a line beside it says whose it is.
    const beside = rows.find((one) => one.target.startsWith(`${block}/${subject}/`))
    const names = namesNow(service, block, field)
    return fieldInFull({ ...names, title: beside ? titleInFull(beside) : names.title })
  }
}

/** The texts of a field as the form is; of one that went, those its id still has. */
function namesNow(service: string, block: string, field: string): Pick<SubmittedRow, 'title' | 'label'> {
  const of = block === 'own' ? service : null
  const shared: Readonly<Record<string, Block>> = blocks
  const fields = of === null ? (Object.hasOwn(shared, block) ? shared[block]?.fields : undefined) : formOf(service)?.own
  const found = fields?.find(({ id }) => id === field)
  return found ? fieldNames({ block }, of, found) : { title: bothOf(stepName(block, of)), label: bothOf(fieldName(of ?? block, field)) }
}
