import { describe, expect, test } from 'vitest'
import { type Assistance, covered, parseAssistance } from './assisted-session.ts'

const asOf = '2026-11-25'
const given = { ground: 'present', channel: 'counter', seen: ['id-card'], scope: [], until: undefined }

describe('the form that starts an assisted session', () => {
  test('a resident who is present needs no mandate, and nothing of one is stored', () =>
    expect(parseAssistance({ ...given, scope: ['submit'], until: asOf }, asOf)).toEqual({
      ok: true,
      assistance: { ground: 'present', channel: 'counter', seen: ['id-card'] },
    }))

  test('a mandate: what it covers and its last day are stored, also on that day', () => {
    const mandate = { ground: 'mandate', channel: 'paper', seen: ['mandate', 'id-card'], scope: ['withdraw', 'submit'], until: asOf }
    const assistance = { ...mandate, seen: ['id-card', 'mandate'], scope: ['submit', 'withdraw'] }
    expect(parseAssistance(mandate, asOf)).toEqual({ ok: true, assistance })
  })

  test.each<[object, object]>([
    [{ seen: ['none'] }, { seen: ['none'] }],
    [
      { ground: 'guardian', seen: ['guardian-proof'] },
      { ground: 'guardian', seen: ['guardian-proof'] },
    ],
    [{ seen: ['id-card', 'passport'] }, { seen: ['id-card', 'passport'] }],
    [{ channel: 'paper' }, { channel: 'paper' }],
    [{ channel: 'telephone' }, { channel: 'counter' }],
    [{ until: '2026-11-24' }, {}],
  ])('%o is read as %o', (more, read) =>
    expect(parseAssistance({ ...given, ...more }, asOf)).toEqual({
      ok: true,
      assistance: { ground: 'present', channel: 'counter', seen: ['id-card'], ...read },
    }),
  )

  test.each([
    [{ ground: 'friend' }, ['ground']],
    [{ seen: [] }, ['seen']],
    [{ seen: ['fingerprint'] }, ['seen']],
    [{ seen: ['id-card', 'none'] }, ['seen-alone']],
    [{ ground: 'guardian' }, ['guardian-seen']],
    [{ ground: 'guardian', seen: [] }, ['seen']],
    [{ ground: 'mandate', seen: [], scope: ['submit'], until: asOf }, ['seen']],
    [{ ground: 'mandate' }, ['mandate-seen', 'scope', 'until']],
    [{ ground: 'mandate', seen: ['mandate'], scope: ['submit'], until: '2026-11-24' }, ['until-over']],
  ])('%o lacks %o', (more, faults) => expect(parseAssistance({ ...given, ...more }, asOf)).toEqual({ ok: false, faults }))
})

describe('what a mandate covers', () => {
  const mandate: Assistance = { ground: 'mandate', channel: 'counter', seen: ['mandate'], scope: ['submit'], until: asOf }
  test('only what it names', () => {
    expect(covered(mandate, 'submit', asOf)).toBe(true)
    expect(covered(mandate, 'withdraw', asOf)).toBe(false)
    expect(covered({ ...mandate, scope: ['submit', 'withdraw'] }, 'withdraw', asOf)).toBe(true)
  })
  test('until the end of its last day', () => expect(covered(mandate, 'submit', '2026-11-26')).toBe(false))
  test('nothing where it names nothing, or no day', () => {
    const { scope, until, ...bare } = mandate
    expect(covered({ ...bare, until: asOf }, 'submit', asOf)).toBe(false)
    expect(covered({ ...bare, scope: ['submit'] }, 'submit', asOf)).toBe(false)
  })
  test('a resident who is present decides themselves', () =>
    expect(covered({ ...mandate, ground: 'guardian' }, 'withdraw', asOf)).toBe(true))
})
