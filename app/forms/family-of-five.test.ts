import { expect, test } from 'vitest'
import { judgeHousehold } from '#app/domain/assessment.ts'
import { typedValue } from '#app/domain/fields/index.ts'
import type { Answer, Question } from '#app/domain/question.ts'
import type { Service } from '#app/services/define.ts'
import { services } from '#app/services/index.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { answerOfMost, concerned, differing, isCounted, workedCase } from '#tests/support/worked-cases.ts'
import { answerField, type Check, differField, emptyCheck, fieldsOf, nextOf, openedBy, whoField, withQuestion } from './household-form.ts'
import { householdOf, withPerson } from './members.ts'

const { request, expect: rows } = workedCase('J45')
const asOf = request.asOf
const questions: Readonly<Record<string, Question>> = questionnaire.questions

/** Answers a page as the family does; what it lists besides are the members who differ, or whom an option is about. */
function answered(check: Check, member: string | null, id: string): Check {
  const question = questions[id] ?? expect.fail(id)
  const ids = (names: readonly string[]) => request.members.flatMap((one, index) => (names.includes(one.id) ? [String(index + 1)] : []))
  const about = { member, people: member === null ? check.members.map((one) => one.id) : [] }
  const own: Answer | undefined = member === null ? request.household[id] : request.members[Number(member) - 1]?.[id]
  const given: Record<string, Answer> = {
    [answerField]: own ?? (question.of === 'member' && member === null ? answerOfMost(request, id) : undefined) ?? 'unsure',
    [differField]: ids(differing(request, id)),
    ...Object.fromEntries(openedBy(question, about).map(([option, of]) => [whoField(option), ids(concerned(request, of))])),
  }
  const typed = Object.fromEntries(fieldsOf(id, question, about).map((field) => [field.id, typedValue(field, given[field.id], asOf)]))
  const { check: next, errors } = withQuestion(check, about, id, question, typed, asOf)
  expect(errors).toEqual([])
  return next
}

/** Walks through what these services ask. */
function walked(asking: readonly Service[]) {
  const asked: string[] = []
  let check = emptyCheck
  for (let pages = 0; pages < 200; pages++) {
    const step = nextOf(check, asking, asOf)
    if (step === null) return { check, asked }
    if (step === 'members') {
      check = { ...request.members.reduce((sum, { id }) => withPerson(sum, id), check), rosterDone: true }
      continue
    }
    asked.push(`${step.member ?? 'home'} ${step.question}`)
    check = answered(check, step.member, step.question)
  }
  return expect.fail('the self-check does not end')
}

/** @source fact base 2, 2.7 */
test('a family of five is asked the 31 questions that are counted for it, each person only what the others did not settle', () => {
  const { asked } = walked(services.filter(isCounted))
  const of = (who: string) => asked.filter((one) => one.startsWith(`${who} `)).map((one) => one.slice(who.length + 1))
  expect(of('home').slice(-4)).toEqual(['anyone', 'lives-together', 'med', 'pension'])
  expect(of('home')).toHaveLength(14)
  expect(of('1')).toEqual(['birth-date', 'work', 'wage-owed'])
  expect(of('2')).toEqual(['birth-date', 'work', 'employer-insurance', 'med', 'pension'])
  expect(of('3')).toEqual(['birth-date', 'work', 'pension'])
  expect(of('4')).toEqual(['birth-date', 'school-stage', 'qh-years', 'hukou-origin'])
  expect(of('5')).toEqual(['birth-date', 'school-stage'])
  expect(asked).toHaveLength(31)
})

test('its results are those of the worked case, though most was said once of all', () => {
  const results = judgeHousehold(questionnaire, services, householdOf(walked(services).check), asOf)
  const place = (member: string | null) => String(request.members.findIndex(({ id }) => id === member) + 1)
  for (const { service, member, verdict } of rows) {
    const found = results.filter((one) => one.service === service && (one.member === place(member) || one.member === null))
    expect(found[0]?.verdict, `${service} ${member}`).toBe(verdict)
  }
})
