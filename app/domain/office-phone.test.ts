import { expect, test } from 'vitest'
import { dialledOf, parseOfficePhone } from './office-phone.ts'

test.each([
  ['12345', '12345', '12345'],
  ['༡༢༣༤༥', '12345', '12345'],
  ['110', '110', '110'],
  ['0971-12345', '0971-12345', '0971-12345'],
  ['400-800-1234', '4008001234', '4008001234'],
  ['12333 转 2', '12333-2', '12333'],
  ['0971-8888888', '0971-8888888', '0971-8888888'],
  ['0971-8888888-12', '0971-8888888-12', '0971-8888888'],
  ['0971-8888888-1', '0971-8888888-1', '0971-8888888'],
  ['０９７１－８８８８８８８－１２', '0971-8888888-12', '0971-8888888'],
  ['09718888888-12', '0971-8888888-12', '0971-8888888'],
  ['(0971)8888888 转12', '0971-8888888-12', '0971-8888888'],
  ['0971-8888888转12', '0971-8888888-12', '0971-8888888'],
  ['0971 8888888 分机：12', '0971-8888888-12', '0971-8888888'],
  ['+86 971 6123456 转 8', '0971-6123456-8', '0971-6123456'],
  ['0971-888-8888', '0971-8888888', '0971-8888888'],
  ['138-0000-0000', '13800000000', '13800000000'],
  ['010-88888888', '010-88888888', '010-88888888'],
  [' 0971-8888888 转 12 ', '0971-8888888-12', '0971-8888888'],
])('%s is the number %s, dialled %s', (typed, phone, dialled) => {
  expect(parseOfficePhone(typed)).toEqual({ ok: true, value: phone })
  expect(parseOfficePhone(phone)).toEqual({ ok: true, value: phone })
  expect(dialledOf(phone)).toBe(dialled)
})

test.each([
  ['', 'phone-required'],
  ['12', 'phone-length'],
  ['转12', 'phone-characters'],
  ['0971-8888888转', 'phone-characters'],
  ['0971-8888888转1234567', 'phone-characters'],
  ['123456', 'phone-length'],
  ['0971-888', 'phone-length'],
  ['23456', 'phone-length'],
  ['abc', 'phone-characters'],
  ['12345abc', 'phone-characters'],
])('%s is none: %s', (typed, error) => expect(parseOfficePhone(typed)).toEqual({ ok: false, error }))

test.each(['+86 971 6123456', '(0971)8888888', ''])('%j, not stored in our way, is dialled as it stands', (phone) =>
  expect(dialledOf(phone)).toBe(phone),
)
