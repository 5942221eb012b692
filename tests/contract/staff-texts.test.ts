import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { isCaseEventType, ruleOf } from '#app/domain/application.ts'
import { applicationEvent, isForResident } from '#app/domain/event.ts'
import { landDemandOf } from '#app/domain/held-texts.ts'
import { staffTexts } from '#app/domain/staff-texts.ts'
import { internalSteps, wordedSteps } from '#app/domain/worded-step.ts'
import { hallFields, hallInput, parseHall } from '#app/forms/hall-form.ts'

// Whatever staff can write, one table says what becomes of it where it asks somebody to give up land.

/** Where free texts stand in a schema: words with their language, and strings longer than any id. */
function textPathsIn(schema: z.core.$ZodType, path: readonly string[] = []): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return textPathsIn(schema.unwrap(), path)
  if (schema instanceof z.ZodArray) return textPathsIn(schema.element, path)
  if (schema instanceof z.ZodDiscriminatedUnion) return [...new Set(schema.options.flatMap((one) => textPathsIn(one, path)))]
  if (schema instanceof z.ZodString) return (schema.maxLength ?? 0) > 300 ? [path.join('.')] : []
  if (!(schema instanceof z.ZodObject)) return []
  if ('text' in schema.shape && 'language' in schema.shape) return [path.join('.')]
  return Object.entries(schema.shape).flatMap(([name, one]) => textPathsIn(one, [...path, name]))
}

const events = applicationEvent.options.map((schema) => ({ type: schema.shape.type.value, schema }))

/** Residents write those of theirs themselves, or a clerk does in their name. */
const isOfStaff = (type: string) => !isCaseEventType(type) || !ruleOf(type).by.includes('resident')

const listed: Readonly<Record<string, string>> = staffTexts.events
const pathsOf = (schema: z.core.$ZodType, type: string) => textPathsIn(schema).map((path) => `${type}.${path}`)

test('every free text of every event of staff is in the table, and nothing else', () => {
  const found = events.filter(({ type }) => isOfStaff(type)).flatMap(({ type, schema }) => pathsOf(schema, type))
  expect(found.toSorted()).toEqual(Object.keys(listed).toSorted())
})

test('free texts are found in an event wherever they stand, ids are not', () => {
  const eventText = z.object({ text: z.string(), language: z.string() })
  const schema = z.object({ id: z.string().max(60), why: eventText.optional(), items: z.array(z.object({ said: z.string().max(2000) })) })
  expect(pathsOf(schema, 'any')).toEqual(['any.why', 'any.items.said'])
})

/** An event with a text at a path; the rest of it does not matter here. */
function eventWith(path: string, text: string) {
  const [type = '', ...names] = path.split('.')
  const at = (left: readonly string[]): unknown => {
    const [name, ...rest] = left
    if (name === undefined) return /\.(?:again|caught|number|name|article|was|is|what)$/.test(path) ? text : { text, language: 'zh' }
    return name === 'items' ? { items: [{ words: { text: '', language: 'zh' } }, at(rest)] } : { [name]: at(rest) }
  }
  return { type, actor: { role: 'reviewer', id: 'me' }, at: '2026-11-24T08:00:00.000Z', ...(at(names) as object) } as never
}

describe.each(Object.entries(listed))('%s: %s', (path, guard) => {
  const [type = ''] = path.split('.')
  test('a demand for land in it waits for a second person, unless one read it already', () => {
    expect(landDemandOf(eventWith(path, '请先退出承包地'))).toBe(guard === 'held' || guard === 'internal' ? '请先退出承包地' : undefined)
    expect(landDemandOf(eventWith(path, '请带户口簿'))).toBe(undefined)
    if (guard === 'internal' || guard === 'waiting') expect(isForResident({ type: type as 'note' })).toBe(false)
    if (guard === 'held') expect(wordedSteps).toContain(type)
    if (guard === 'internal') expect(internalSteps).toContain(type)
  })
})

/** Boxes for free text on a page: `textarea`, `input` of no other type, and components that may be one; how many. */
function boxesIn(source: string): number {
  let count = 0
  const visit = (node: ts.Node): void => {
    if (ts.isJsxSelfClosingElement(node) || ts.isJsxOpeningElement(node)) {
      const name = node.tagName.getText()
      if (
        ['textarea', 'TextField', 'FreeTextField', 'FieldInput'].includes(name) ||
        (name === 'input' && isForText(node.attributes.getText()))
      )
        count += 1
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('page.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
  return count
}
const isForText = (attributes: string) => !/\bhidden\b|\btype(?:=|:\s*)["'](?!text|search)/.test(attributes)

/** Every page of staff with boxes for text, and the texts of the table that are written there; `-`: not saved, or what a resident says. */
const boxes: Readonly<Record<string, readonly string[]>> = {
  'administration/hall-pages.tsx': ['hall.zh hall.bo'],
  'administration/hall-details-page.tsx': ['hall.address hall.way hall.note'],
  'account/sign-in-page.tsx': ['-'],
  'administration/staff-page.tsx': ['member.name', 'member.login'],
  'administration/staff-member-page.tsx': ['member.name'],
  // A number and days: nothing else is taken.
  'administration/calendar-page.tsx': ['-', '-'],
  'place-texts/text-box.tsx': ['announcement.zh announcement.bo phrase.zh phrase.bo'],
  'place-texts/phrases-page.tsx': ['phrase.zh phrase.bo'],
  'account/invitation-page.tsx': ['member.name', 'member.login'],
  'counter/start-assisted-session-form.tsx': ['-', '-'],
  'counter/shared-session-step.tsx': ['-'],
  'desk/corrections-page.tsx': ['ask-correction.items.words', 'ask-correction.again'],
  'desk/decision-page.tsx': ['approve.reason propose-decline.reason return-proposal.reason return-words.reason'],
  'desk/not-possible-part.tsx': ['-'],
  'desk/life-step-page.tsx': [
    [
      'contact.words resume.reason withdraw-requested.reason reopen.reason stop-clock.reason resume-clock.reason refuse-acceptance.reason',
      'send-on.reason close.reason offer-to-relatives.reason take-back-acceptance.reason take-back-decision.reason annul.reason answer-resident.reason',
    ].join(' '),
    'reopen.number serve.name annul.article annul.number correct-decision.was correct-decision.is issue.what collect.name',
  ],
  'desk/notes-part.tsx': ['note.words'],
  'desk/people-page.tsx': ['-', '-', '-', '-', '-'],
  'desk/queue-filters.tsx': ['filter.name'],
  'desk/queue-page.tsx': ['-'],
  'desk/rating-page.tsx': ['answer-rating.words'],
  'desk/free-text-field.tsx': ['-'],
  'audit-log/audit-log-page.tsx': ['-'],
  'recovery/ask-recovery-page.tsx': ['-', '-'],
  'recovery/recovery-parts.tsx': ['-'],
  'feedback-inbox/inbox-pages.tsx': ['feedback.answer'],
}

/** Whose pages residents use themselves; every other feature is one of staff. */
const ofResidents = ['application', 'explain', 'feedback', 'self-check']
const pages = readdirSync('app/features', { withFileTypes: true })
  .filter((folder) => folder.isDirectory() && !ofResidents.includes(folder.name))
  .flatMap(({ name: folder }) => readdirSync(`app/features/${folder}`).map((name) => `${folder}/${name}`))
  .filter((page) => page.endsWith('.tsx'))

test('every box for text on a page of staff writes what is in the table, or nothing', () => {
  const found = pages.map((page) => [page, boxesIn(readFileSync(`app/features/${page}`, 'utf8'))] as const).filter(([, count]) => count > 0)
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(Object.entries(boxes).map(([page, of]) => [page, of.length])))
  const known = Object.keys({ ...listed, ...staffTexts.forms })
  const written = Object.values(boxes).flatMap((of) => of.flatMap((one) => (one === '-' ? [] : one.split(' '))))
  expect(written.filter((one) => !known.includes(one))).toEqual([])
  expect(Object.keys(staffTexts.forms).filter((one) => !written.includes(one))).toEqual([])
})

const landDemandInTibetan = 'ཐེམ་ཐོ་འཇོག་པར་སྔོན་ལ་རྩྭ་ས་ཕྱིར་འཐེན་དགོས།'
const around = { asOf: '2026-11-24', counties: new Set<string>(), people: [] }

test('every text of the record of a hall in a language is in the table', () => {
  const texts = new Set(hallFields.flatMap(({ of }) => (of ? [`hall.${of.what}`] : [])))
  expect(Object.keys(staffTexts.forms).filter((one) => /^hall\.(?!zh$|bo$)/.test(one))).toEqual([...texts])
})

test.each(hallFields.filter(({ field }) => !('options' in field)))(
  'a demand for land in $id of the record of a hall is refused',
  ({ id, of }) => {
    const demand = of?.language === 'bo' ? landDemandInTibetan : '请先退出承包地'
    const { details, errors } = parseHall({ [id]: { given: [demand] } }, around)
    expect([details[id], errors.some(({ field }) => field === hallInput(id))]).toEqual([undefined, true])
  },
)

test.each([
  ['<textarea name="words" />', 1],
  ['<input name="zh" />', 1],
  ['<input type="search" name="q" />', 1],
  ['<TextField {...{ id: "zh", errors }} />', 1],
  ['<FreeTextField kind="approve" typed={typed} error={undefined} />', 1],
  ['<FieldInput field={field} name={name} />', 1],
  ['<input type="hidden" name="seen" />', 0],
  ["<input {...{ id, name: id, type: 'password' }} />", 0],
])('%s has %i', (source, count) => expect(boxesIn(`export const page = ${source}`)).toBe(count))
