import { type Day, dayOf } from '#app/domain/day.ts'
import type { Field, Value } from '#app/domain/field.ts'
import { type FormStep, valueKey } from '#app/domain/form.ts'
import { readIdentityNumber } from '#app/domain/identity.ts'
import type { Question } from '#app/domain/question.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { questionnaire } from '#app/services/household.ts'
import { serviceById } from '#app/services/index.ts'
import { answererOf, type Folder, isDone, stepsOf, valueIn, type Wanted } from './folder.ts'

/** Numbers from 0 up to 1, as `Math.random` gives them. */
export type Random = () => number

/** Random numbers that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of several. Throws where there are none. */
export function pick<T>(random: Random, from: readonly T[]): T {
  const found = from[Math.floor(random() * from.length)]
  if (found === undefined) throw new Error('There is nothing to pick from')
  return found
}

/** Names nobody bears: each says that it is a test. */
const names: Readonly<Record<'zh' | 'bo', readonly string[]>> = {
  zh: ['扎西·测试', '卓玛·测试', '才让·测试', '马测试', '李测试', '拉毛·测试'],
  bo: ['བཀྲ་ཤིས་ཚོད་ལྟ', 'སྒྲོལ་མ་ཚོད་ལྟ', 'ཚེ་རིང་ཚོད་ལྟ', 'ལྷ་མོ་ཚོད་ལྟ'],
}
const words = { zh: '测试，编的', bo: 'ཚོད་ལྟ། བཟོས་པ།' } as const

/** Somebody who does not exist, about to apply for one service. `number` tells made-up people apart. */
export type MadeUp = { readonly service: string; readonly county: string; readonly mode: Mode; readonly on: Day; readonly number: number }

/** A folder of somebody who does not exist (region 990000), with everything filled in that the form of a service asks for. */
export function madeUpFolder({ service, county, mode, on, number }: MadeUp, random: Random): { folder: Folder; wanted: Wanted } {
  const language = mode === 'bo' ? 'bo' : 'zh'
  const born = bornOn(number, on)
  const wanted: Wanted = { number: 1, service, member: serviceById(service)?.unit === 'member' ? '1' : null }
  const member = { id: '1', name: pick(random, names[language]), answers: { 'birth-date': born } }
  const base: Folder = { answers: {}, members: [member], applicant: '1', values: {}, seen: [], filled: [] }
  const fill = (field: Field): Value | undefined => {
    switch (field.kind) {
      case 'question':
        return answerTo(field.question, random) ?? born
      case 'choice':
        return pick(random, field.options)
      case 'many':
        return [pick(random, field.options)]
      case 'people':
        return ['1']
      case 'county':
        return county
      case 'name':
        return member.name
      case 'identity-number':
        return madeUpNumber(number, born, on)
      case 'day':
        return dayOf(new Date(Date.parse(on) - Math.floor(random() * 300) * 86_400_000))
      case 'words':
        return words[language]
      case 'phone':
        return undefined
    }
  }
  return { folder: filledIn(base, wanted, on, fill), wanted }
}

/** The folder with every step filled in; what is asked further on may depend on what was answered before. */
function filledIn(base: Folder, wanted: Wanted, on: Day, fill: (field: Field) => Value | undefined): Folder {
  let folder = base
  for (let step = nextOf(folder, wanted, on); step; step = nextOf(folder, wanted, on)) {
    for (const field of step.fields)
      if (valueIn(folder, [wanted], step, field) === undefined) folder = withValue(folder, wanted, step, field, fill(field))
    folder = { ...folder, seen: [...folder.seen, `${step.block}/${step.subject}`] }
  }
  return folder
}

function nextOf(folder: Folder, wanted: Wanted, on: Day): FormStep | undefined {
  return stepsOf(folder, [wanted], on).find((step) => !isDone(folder, [wanted], step))
}

function withValue(folder: Folder, wanted: Wanted, step: FormStep, field: Field, value: Value | undefined): Folder {
  if (value === undefined) return folder
  if (field.kind !== 'question') return { ...folder, values: { ...folder.values, [valueKey(step, field.id)]: value } }
  const of = answererOf(folder, [wanted], step, field.question)
  const put = <T extends { answers: Folder['answers'] }>(one: T): T => ({ ...one, answers: { ...one.answers, [field.question]: value } })
  return of === null ? put(folder) : { ...folder, members: folder.members.map((member) => (member.id === of ? put(member) : member)) }
}

/** An answer to a question of the self-check; undefined for a birth date. */
function answerTo(id: string, random: Random): Value | undefined {
  const question = (questionnaire.questions as Record<string, Question>)[id]
  if (!question || question.kind === 'birth-date') return undefined
  return question.kind === 'many' ? [pick(random, question.options)] : pick(random, question.options)
}

function bornOn(number: number, on: Day): Day {
  return dayOf(new Date(Date.parse(on) - (20 * 365 + (number % 14_000)) * 86_400_000))
}

/** An identity number of a region that does not exist, with the check character it must have. */
export function madeUpNumber(number: number, born: Day, on: Day): string {
  const body = `990000${born.replaceAll('-', '')}${String(Math.floor(number / 14_000) % 1000).padStart(3, '0')}`
  const found = [...'0123456789X'].map((last) => body + last).find((one) => readIdentityNumber(one, on).ok)
  if (!found) throw new Error(`No check character for ${body}`)
  return found
}
