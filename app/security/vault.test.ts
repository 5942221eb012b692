import { beforeEach, expect, test } from 'vitest'
import { keyedHash, keys, keysFrom, setKeys } from './keys.server.ts'
import { seal } from './seal.server.ts'
import { isLockedByCurrentKey, lock, lockText, relock, unlock, unlockText } from './vault.server.ts'

const works = (dataKey: string, ...oldDataKeys: string[]) => setKeys(keysFrom({ sessionSecret: 'session', dataKey, oldDataKeys }, false))
beforeEach(() => works('first'))

const plain = Buffer.from('63 0102 1990')

test.each([plain, Buffer.alloc(0), Buffer.alloc(10_000, 7)])('bytes come back as they were (%#)', (bytes) =>
  expect(unlock(lock(bytes, 'a'), 'a')).toEqual(bytes),
)

test.each(['', '卓玛', 'སྒྲོལ་མ', '🏠'])('the text “%s” comes back as it was', (text) =>
  expect(unlockText(lockText(text, 'a'), 'a')).toBe(text),
)

test('the same bytes never lock to the same value, and do not show in it', () => {
  expect(lock(plain, 'a')).not.toEqual(lock(plain, 'a'))
  expect(lock(plain, 'a').includes(plain)).toBe(false)
})

test('the id of the key stands first', () => expect(lock(plain, 'a').subarray(0, 4)).toEqual(keys().data.current.id))

test.each(['b', '', 'a '])('another purpose (“%s”) unlocks nothing', (purpose) => expect(unlock(lock(plain, 'a'), purpose)).toBeUndefined())

test('a byte altered at any place unlocks nothing, nor does a shorter value', () => {
  works('second', 'first')
  const locked = lock(plain, 'a')
  for (let at = 0; at < locked.length; at++) {
    const altered = Buffer.from(locked)
    altered[at] = (altered[at] ?? 0) ^ 1
    expect(unlock(altered, 'a'), `byte ${at}`).toBeUndefined()
    expect(unlock(locked.subarray(0, at), 'a'), `first ${at} bytes`).toBeUndefined()
  }
})

test('the id of another key of ours before a value unlocks nothing', () => {
  const locked = lock(plain, 'a')
  works('second', 'first')
  keys().data.current.id.copy(locked)
  expect(unlock(locked, 'a')).toBeUndefined()
})

test('without its key a value stays locked', () => {
  const locked = lock(plain, 'a')
  works('second')
  expect(unlock(locked, 'a')).toBeUndefined()
  expect(relock(locked, 'a')).toBeUndefined()
})

test('after a change of the key a value unlocks, and relocked it needs the new key only', () => {
  const locked = lock(plain, 'a')
  expect(isLockedByCurrentKey(locked)).toBe(true)
  works('third', 'first', 'second')
  expect(unlock(locked, 'a')).toEqual(plain)
  expect(isLockedByCurrentKey(locked)).toBe(false)
  expect(relock(locked, 'b')).toBeUndefined()

  const relocked = relock(locked, 'a') ?? Buffer.alloc(0)
  works('third')
  expect(isLockedByCurrentKey(relocked)).toBe(true)
  expect(unlock(relocked, 'a')).toEqual(plain)
})

test('what was sealed before there were key ids unlocks, before and after a change of the key, and relocks', () => {
  const sealed = seal(plain, keys().data.current.key, 'a')
  expect(unlock(sealed, 'a')).toEqual(plain)
  works('second', 'first')
  expect(unlock(sealed, 'a')).toEqual(plain)
  expect(unlock(sealed, 'b')).toBeUndefined()
  expect(isLockedByCurrentKey(sealed)).toBe(false)
  expect(isLockedByCurrentKey(relock(sealed, 'a') ?? Buffer.alloc(0))).toBe(true)
})

test('a keyed hash stays the same when the data key changes', () => {
  const before = keyedHash('case-code x')
  works('second', 'first')
  expect(keyedHash('case-code x')).toBe(before)
  works('third', 'first', 'second')
  expect(keyedHash('case-code x')).toBe(before)
  setKeys(keysFrom({ sessionSecret: 'session', dataKey: 'third', indexKey: 'first' }, false))
  expect(keyedHash('case-code x')).toBe(before)
})
