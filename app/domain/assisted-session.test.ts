import { describe, expect, test } from 'vitest'
import { type Assistance, covered, parseAssistance } from './assisted-session.ts'

const asOf = '2026-11-25'
const given = { ground: 'present', channel: 'counter', seen: ['id-card'], scope: [], until: undefined }

describe('the form that starts an assisted session', () => {
  test('a resident who is present needs no mandate, and nothing of one is stored', () =>
    expect(parseAssistance({ ...given, scope: ['submit'], until: asOf }, asOf)).toEqual({
      ok: true,
      help: { ground: 'present', channel: 'counter', seen: ['id-card'] },
    }))

  test.each([
    [{ ground: 'friend' }, ['ground']],
    [{ seen: [] }, ['seen']],
    [{ seen: ['fingerprint'] }, ['seen']],
    [{ seen: ['id-card', 'none'] }, ['seen-alone']],
    [{ ground: 'guardian' }, ['guardian-seen']],
    [{ ground: 'mandate' }, ['mandate-seen', 'scope', 'until']],
    [{ ground: 'mandate', seen: ['mandate'], scope: ['submit'], until: '2026-11-24' }, ['until-over']],
  ])('%o lacks %o', (more, faults) => expect(parseAssistance({ ...given, ...more }, asOf)).toEqual({ ok: false, faults }))
})

describe('what a mandate covers', () => {
  const mandate: Assistance = { ground: 'mandate', channel: 'counter', seen: ['mandate'], scope: ['submit'], until: asOf }
  test('only what it names', () => {
    expect(covered(mandate, 'submit', asOf)).toBe(true)
    expect(covered(mandate, 'withdraw', asOf)).toBe(false)
  })
  test('until the end of its last day', () => expect(covered(mandate, 'submit', '2026-11-26')).toBe(false))
  test('a resident who is present decides themselves', () =>
    expect(covered({ ...mandate, ground: 'guardian' }, 'withdraw', asOf)).toBe(true))
})
