import { scrypt } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { hashPassword, isPassword, passwordError } from './password.server.ts'

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>()
  return { ...crypto, scrypt: vi.fn(crypto.scrypt) }
})

test.each([
  ['eleven-long', 'short'],
  ['གཡག་དཀར་པོ', 'short'],
  ['a'.repeat(129), 'long'],
  ['1qaz2wsx3edc', 'common'],
  ['QWERTY123456', 'common'],
  ['passwordpassword', 'common'],
  ['password2024!!', 'common'],
  ['ｐａｓｓｗｏｒｄ２０２４', 'common'],
  ['121212121212', 'common'],
  ['198612240901', 'common'],
  ['abcdefghijklmn', 'common'],
  ['qwertyuiop2026', 'common'],
  ['woaini1314520', 'common'],
  ['5201314520131', 'common'],
  ['a1234567890a', 'common'],
  ['qq123456789a', 'common'],
  ['wodemima123456', 'common'],
  ['woaizhongguo', 'common'],
  ['Qinghai@2024', 'common'],
  ['Huawei@123456', 'common'],
  ['我爱中国我爱中国2024', 'common'],
  ['青海西宁管理员密码2026', 'common'],
  ['བཀྲ་ཤིས་བདེ་ལེགས་2026', 'common'],
  ['zhaxi.ceshi1', 'like-login'],
  ['ZHAXI.CESHI-2026', 'like-login'],
])('“%s” is not taken: %s', (password, error) => expect(passwordError(password, 'Zhaxi.Ceshi')).toBe(error))

test.each([
  'four yaks by the lake',
  '青海湖边有四头白色的牦牛呢',
  'མཚོ་འགྲམ་ན་གཡག་དཀར་པོ་བཞི་ཡོད།',
  'x7#kq9!mw2$z',
  'qinghai hu de niu hen bai',
  '7#9!2$x4%8^1k',
  'a lake '.repeat(18),
])('“%s” is taken, whatever it is made of', (password) => expect(passwordError(password, 'zhaxi')).toBeUndefined())

test('a password matches however its characters were typed, and no other one does', { timeout: 60_000 }, async () => {
  const hash = await hashPassword('ｆｏｕｒ yaks by the lake')
  expect(await isPassword('four yaks by the lake', hash)).toBe(true)
  expect(await isPassword('Four yaks by the lake', hash)).toBe(false)
  expect(await isPassword('four yaks by the lake', undefined)).toBe(false)
  expect(hash).not.toContain('four')
  expect(await hashPassword('four yaks by the lake')).not.toBe(hash)
})

test('for an unknown account the same work is done as for a known one', { timeout: 60_000 }, async () => {
  const hash = await hashPassword('four yaks by the lake')
  const workFor = async (of: string | undefined) => {
    vi.mocked(scrypt).mockClear()
    await isPassword('another password', of)
    return vi.mocked(scrypt).mock.calls.map(([secret, salt, length, cost]) => [secret, Buffer.from(salt as Buffer).length, length, cost])
  }
  const known = await workFor(hash)
  expect(known).toHaveLength(1)
  expect(await workFor(undefined)).toEqual(known)
})
