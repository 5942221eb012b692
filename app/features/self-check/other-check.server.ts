import { redirectTo, shownAgain } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { sameInBoth } from '#app/cases/differences.ts'
import { shownValue, textInEvery } from '#app/cases/submission.ts'
import type { TypedLine } from '#app/cases/typed-lines.ts'
import type { Day } from '#app/domain/day.ts'
import { kindOf } from '#app/domain/fields/index.ts'
import { questionTexts } from '#app/forms/field-texts.ts'
import { type FormValues, postedValues } from '#app/forms/form-values.ts'
import { fieldsOf } from '#app/forms/household-form.ts'
import { typedFrom } from '#app/forms/inputs.ts'
import { type PageQuestion, pageKey, questionAt } from '#app/forms/question-pages.ts'
import { paths } from '#app/paths.ts'
import { countyCodes } from '#app/services/places.ts'
import { askedAt } from './answer-question.server.ts'
import { alsoInput, inputOf } from './asked-questions.ts'
import { questionBy } from './check.ts'
import { checkOf } from './check-cookie.server.ts'

/**
 * What was typed on a page of a check that was cleared, or replaced by another: it is shown, and stored nowhere. Who was listed there under
 * an id is somebody else in the check under way, or nobody. The same for a page of somebody who was removed from it.
 */
export function otherCheckAction(context: RequestContext, form: FormValues) {
  const { mode, query, today } = context
  switchMode(form, context)
  const asked = { question: query.get('question') ?? '', member: query.get('member') ?? undefined }
  const { id } = askedAt(asked)
  const { answers, members } = checkOf(context)
  const also = form.getAll(alsoInput).flatMap((key) => questionAt(String(key)) ?? [])
  const page = [{ question: id, member: asked.member ?? null }, ...also]
  const typed = page.flatMap((one, index) => linesOf(one, index === 0 ? '' : pageKey(one), form, today))
  const why = query.get('why') === 'removed' ? 'removed' : 'other'
  if (typed.length === 0 && why === 'removed') return redirectTo(paths.membersAfter(mode, 'removed'))
  return shownAgain(
    {
      ...({ mode, at: context.at, why, typed, underWay: Object.keys(answers).length + members.length > 0 } as const),
      fields: postedValues(form, ['switch-to']),
    },
    form.has('switch-to') ? undefined : 'conflict',
  )
}

/** Nothing was typed: to the check. */
export const otherCheckLoader = ({ mode, afterPost }: RequestContext) => (afterPost ? undefined : redirectTo(paths.check(mode)))

/** The answers to a question, in words. Which people were ticked is not told: their names went with the check they are of. */
function linesOf({ question: id, member }: PageQuestion, key: string, form: FormValues, asOf: Day): TypedLine[] {
  const [texts, around] = [questionTexts(id), { asOf, counties: countyCodes, people: [] }]
  return fieldsOf(id, questionBy(id), { member, people: [] })
    .filter(({ kind }) => kind !== 'people')
    .flatMap((field) => {
      const typed = typedFrom(form, field, inputOf(key, field.id))
      const parsed = kindOf(field).parse(typed, field, around)
      const value = parsed.ok ? parsed.value : undefined
      const shown =
        value !== undefined ? shownValue(field, texts.options, value, { members: [] }, asOf) : Object.values(typed).flat().join(' ')
      const text = typeof shown === 'string' ? sameInBoth(shown.trim()) : shown
      const label = textInEvery(field.kind === 'county' ? 'check:county.label' : texts.label)
      return text === null ? [] : [{ id: inputOf(key, field.id), label, typed: text }]
    })
}
