import type { Day } from '#app/domain/day.ts'
import type { Value } from '#app/domain/fields/field.ts'
import { kindOf } from '#app/domain/fields/index.ts'
import { type InEvery, inEvery } from '#app/domain/language.ts'
import { questionTexts } from '#app/forms/field-texts.ts'
import { type Check, placeQuestion } from '#app/forms/household-form.ts'
import { memberOf } from '#app/forms/members.ts'
import { countyAnswer, type OutdatedCheckAnswer, questionNow } from '#app/forms/outdated-check.ts'
import { shownText } from '#app/i18n/field-text.ts'
import { text } from '#app/i18n/messages.ts'
import { nameIn, questionName } from '#app/i18n/stored-names.ts'
import { stepsOf } from './check.ts'

/** What becomes of an answer that is not valid any more: the key of its sentence under `check:outdated`. */
type What = 'again' | 'successor' | 'moved' | 'not-asked' | 'county'

/** An answer that is not valid any more, as it is told. */
export type OutdatedShown = {
  readonly what: What
  readonly member: string | null
  readonly name: string | null
  /** The question on whose page it is answered anew; null where nothing is asked any more. */
  readonly at: string | null
  readonly question: InEvery<string>
  readonly old: InEvery<string>
  readonly now: InEvery<string> | null
  /** What the question that took its place is called. */
  readonly to: InEvery<string> | null
}

/**
 * The answers of a check that are not valid any more, in words. What took the place of one is not told where its question does not arise:
 * it takes no part, and there is no page to change it on.
 */
export function outdatedShown(check: Check, only: string | undefined, asOf: Day): OutdatedShown[] {
  const all = outdatedIn(check, asOf)
  const steps = all.length > 0 ? stepsOf(check, only, asOf) : []
  const hasPage = ({ at, member }: OutdatedShown) =>
    steps.some((step) => step.question === at && step.member === member) || (member !== null && questionNow(at ?? '')?.of === 'household')
  return all.filter((one) => one.at === null || one.what === 'again' || hasPage(one))
}

function outdatedIn(check: Check, asOf: Day): OutdatedShown[] {
  return (check.outdated ?? []).map((one): OutdatedShown => {
    const { member, question, old, successor } = one
    const at = pageOf(successor?.question ?? question)
    return {
      ...{ what: whatOf(one, at), member, at, old: inEvery((language) => shown(language, question, old, asOf)) },
      name: member === null ? null : (memberOf(check, member)?.name ?? null),
      question: inEvery((language) => label(language, question)),
      now: successor ? inEvery((language) => shown(language, successor.question, successor.value, asOf)) : null,
      to: successor ? inEvery((language) => label(language, successor.question)) : null,
    }
  })
}

function whatOf({ question, successor }: OutdatedCheckAnswer, at: string | null): What {
  if (successor) return successor.question === question ? 'successor' : 'moved'
  if (question === countyAnswer) return 'county'
  return at === null ? 'not-asked' : 'again'
}

const pageOf = (question: string) => (question === countyAnswer ? placeQuestion : questionNow(question) ? question : null)

const label = (language: Parameters<typeof text>[0], question: string) =>
  question === countyAnswer ? text(language, 'check:outdated.county-name') : nameIn(language, questionName(question))

/** An answer as it was given; of a question that went, its options by the names they had. */
function shown(language: Parameters<typeof text>[0], question: string, value: Value, asOf: Day): string {
  const field = questionNow(question)
  const as = field
    ? kindOf(field).show(value, field)
    : question === countyAnswer
      ? ({ as: 'county', county: String(value) } as const)
      : ({ as: 'options', options: [value].flat() } as const)
  return shownText(language, as, { options: questionTexts(question).options, asOf, personName: (person) => person })
}
