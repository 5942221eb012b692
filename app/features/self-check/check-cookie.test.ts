import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { readCookies, setCookieHeader } from '#app/access/cookies.server.ts'
import type { Question } from '#app/domain/question.ts'
import { type Check, emptyCheck } from '#app/forms/household-form.ts'
import { mostMembers, withAnswerOf, withoutPerson, withPerson } from '#app/forms/members.ts'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { checkCookie, checkOf, unpackCheck } from './check-cookie.server.ts'
import { checkDictionary } from './check-dictionary.server.ts'

beforeAll(() => setKeys(keysFrom({ sessionSecret: 'session', dataKey: 'data' }, false)))

const cookieOf = (check: Check) => setCookieHeader(checkCookie({ cookies: {}, staffSession: undefined }, check)).split(';')[0] ?? ''
const checkIn = (cookie: string) => checkOf({ cookies: readCookies(cookie), staffSession: undefined })

/** Twelve people with the longest names, no two alike, and an answer to every question. */
function fullest(): Check {
  let check: Check = { ...emptyCheck, rosterDone: true, county: '632725' }
  for (let at = 0; at < mostMembers; at++)
    check = withPerson(check, [...'བསྒྲུབས་པའི་རྒྱལ'].slice(0, 12).join('') + String.fromCodePoint(0x4e00 + at * 97, 0x5b50 + at * 31))
  for (const [id, question] of Object.entries(questionnaire.questions as Record<string, Question>)) {
    const answer = (seed: number) =>
      question.kind === 'birth-date'
        ? `19${50 + seed}-0${1 + (seed % 9)}-1${seed % 9}`
        : question.kind === 'many'
          ? question.options.slice(1)
          : question.kind === 'number'
            ? `${question.max}`
            : (question.options[seed % question.options.length] ?? 'unsure')
    if (question.of === 'household') check = withAnswerOf(check, null, id, answer(1))
    else for (const [index, { id: member }] of check.members.entries()) check = withAnswerOf(check, member, id, answer(index))
  }
  return check
}

test('the largest check fits into one cookie, and is read back whole', () => {
  const check = fullest()
  expect(cookieOf(check).length).toBeLessThan(4000)
  expect(checkIn(cookieOf(check))).toEqual({ ...check, id: expect.any(String) })
})

test('a check gets an id with the first that is stored of it, keeps it, and the next gets another', () => {
  const id = (check: Check) => checkIn(cookieOf(check)).id ?? ''
  const check = checkIn(cookieOf(withPerson(emptyCheck, '儿子')))
  expect(check.id).toMatch(/^[\w-]{8}$/)
  expect(id(withPerson(check, '女儿'))).toBe(check.id)
  expect(id(withPerson(emptyCheck, '儿子'))).not.toBe(check.id)
})

test('which ids were given is remembered after somebody was removed', () => {
  const check = withoutPerson(withPerson(withPerson(emptyCheck, '儿子'), '女儿'), '2')
  expect(withPerson(checkIn(cookieOf(check)), '奶奶').members.map(({ id }) => id)).toEqual(['1', '3'])
})

test('a cookie that was altered, or encrypted elsewhere, is an empty check', () => {
  const cookie = cookieOf(fullest())
  expect(checkIn(`${cookie.slice(0, 60)}${cookie[60] === 'A' ? 'B' : 'A'}${cookie.slice(61)}`)).toEqual(emptyCheck)
  expect(checkIn('check=nonsense')).toEqual(emptyCheck)
  expect(checkIn('')).toEqual(emptyCheck)
})

test('no name and no answer can be read in a cookie', () => expect(cookieOf(withPerson(emptyCheck, '大女儿'))).not.toMatch(/大女儿|member/))

test('cookies of the first release stay readable: the dictionary never changes', () => {
  expect(createHash('sha256').update(checkDictionary).digest('hex')).toBe(
    'e7bed980a853c50affba83785a03f69043902c9502e11d26d8438c1bce8dd437',
  )
  const packed = 'q0Y2ArWaQKpJIMVUNErhhijTYmt1kP1hYGhgpITf5U-XLH-6dPPTlv14vGBkYGiqa2Cqa2CE6RW0QgNWQNXWxmKGYS0A'
  expect(unpackCheck(Buffer.from(packed, 'base64url'))).toEqual({
    answers: { 'hukou-place': 'qh-other', land: ['grassland', 'homestead'] },
    county: '630102',
    members: [{ id: '1', name: '大女儿', answers: { 'birth-date': '2015-05-02', sex: 'female', 'school-stage': 'unsure' } }],
    rosterDone: true,
    // Primary school meant the sixth year too.
    outdated: [{ member: '1', question: 'school-stage', old: 'primary-2026', successor: { question: 'school-stage', value: 'unsure' } }],
  })
})
