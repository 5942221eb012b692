import { beforeEach, expect, test } from 'vitest'
import { encryptWithKey } from './aes-gcm.server.ts'
import { decrypt, decryptText, encrypt, encryptText, isEncryptedByCurrentKey, reencrypt } from './encryption.server.ts'
import { keyedHash, keys, keysFrom, setKeys } from './keys.server.ts'

const works = (dataKey: string, ...oldDataKeys: string[]) => setKeys(keysFrom({ sessionSecret: 'session', dataKey, oldDataKeys }, false))
beforeEach(() => works('first'))

const plain = Buffer.from('63 0102 1990')

test.each([plain, Buffer.alloc(0), Buffer.alloc(10_000, 7)])('bytes are decrypted as they were (%#)', (bytes) =>
  expect(decrypt(encrypt(bytes, 'a'), 'a')).toEqual(bytes),
)

test.each(['', '卓玛', 'སྒྲོལ་མ', '🏠'])('the text “%s” is decrypted as it was', (text) =>
  expect(decryptText(encryptText(text, 'a'), 'a')).toBe(text),
)

test('the same bytes never encrypt to the same value, and do not show in it', () => {
  expect(encrypt(plain, 'a')).not.toEqual(encrypt(plain, 'a'))
  expect(encrypt(plain, 'a').includes(plain)).toBe(false)
})

test('the id of the key stands first', () => expect(encrypt(plain, 'a').subarray(0, 4)).toEqual(keys().data.current.id))

test.each(['b', '', 'a '])('another purpose (“%s”) decrypts nothing', (purpose) =>
  expect(decrypt(encrypt(plain, 'a'), purpose)).toBeUndefined(),
)

test('a value with a byte altered at any place cannot be decrypted, nor can a shorter one', () => {
  works('second', 'first')
  const encrypted = encrypt(plain, 'a')
  for (let at = 0; at < encrypted.length; at++) {
    const altered = Buffer.from(encrypted)
    altered[at] = (altered[at] ?? 0) ^ 1
    expect(decrypt(altered, 'a'), `byte ${at}`).toBeUndefined()
    expect(decrypt(encrypted.subarray(0, at), 'a'), `first ${at} bytes`).toBeUndefined()
  }
})

test('a value with the id of another key of ours cannot be decrypted', () => {
  const encrypted = encrypt(plain, 'a')
  works('second', 'first')
  keys().data.current.id.copy(encrypted)
  expect(decrypt(encrypted, 'a')).toBeUndefined()
})

test('without its key a value cannot be decrypted', () => {
  const encrypted = encrypt(plain, 'a')
  works('second')
  expect(decrypt(encrypted, 'a')).toBeUndefined()
  expect(reencrypt(encrypted, 'a')).toBeUndefined()
})

test('after a change of the key a value can be decrypted, and reencrypted it needs the new key only', () => {
  const encrypted = encrypt(plain, 'a')
  expect(isEncryptedByCurrentKey(encrypted)).toBe(true)
  works('third', 'first', 'second')
  expect(decrypt(encrypted, 'a')).toEqual(plain)
  expect(isEncryptedByCurrentKey(encrypted)).toBe(false)
  expect(reencrypt(encrypted, 'b')).toBeUndefined()

  const reencrypted = reencrypt(encrypted, 'a') ?? Buffer.alloc(0)
  works('third')
  expect(isEncryptedByCurrentKey(reencrypted)).toBe(true)
  expect(decrypt(reencrypted, 'a')).toEqual(plain)
})

test('a value from before key ids can be decrypted, before and after a change of the key, and reencrypted', () => {
  const encrypted = encryptWithKey(plain, keys().data.current.key, 'a')
  expect(decrypt(encrypted, 'a')).toEqual(plain)
  works('second', 'first')
  expect(decrypt(encrypted, 'a')).toEqual(plain)
  expect(decrypt(encrypted, 'b')).toBeUndefined()
  expect(isEncryptedByCurrentKey(encrypted)).toBe(false)
  expect(isEncryptedByCurrentKey(reencrypt(encrypted, 'a') ?? Buffer.alloc(0))).toBe(true)
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
