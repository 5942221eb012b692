import { expect, test } from 'vitest'
import { roles } from './application.ts'
import { type DeskPart, isStaffRole, mayOpen, parseLogin, type Staff, scopeOf, staffMark, staffMarked, staffRoles } from './staff.ts'

test.each([
  ['Zhaxi.Ceshi', 'zhaxi.ceshi'],
  [' ｚｈａｘｉ０１ ', 'zhaxi01'],
  ['扎西测试', '扎西测试'],
  ['扎\u200b西\u2060测\ufe00试\u3164', '扎西测试'],
  ['扎西⻢⾺', '扎西马馬'],
  ['བཀྲ་ཤིས', 'བཀྲ་ཤིས'],
  ['z1', undefined],
  ['_zhaxi', undefined],
  ['-zhaxi', undefined],
  ['zha xi', undefined],
  ['<b>zhaxi', undefined],
  ['a'.repeat(41), undefined],
])('the sign-in name “%s” is read as %s', (typed, login) => expect(parseLogin(typed)).toBe(login))

test('an administrator sees no cases, and in practice there are practice cases only', () => {
  const hall = { id: 'h', place: '632600', name: { zh: '测试大厅', bo: 'ཚོད་ལྟའི་ཁང་ཆེན' }, secondFactor: false }
  const one: Staff = { id: 's', name: '测试', role: 'clerk', roles: ['clerk'], serves: [], hall, practice: false }
  expect(scopeOf(one)).toBe('632600')
  expect(scopeOf({ ...one, practice: true })).toBe('990000')
  expect(scopeOf({ ...one, role: 'administrator' })).toBeUndefined()
  expect(scopeOf({ ...one, hall: null })).toBeUndefined()
})

test.each<[DeskPart, string]>([
  ['desk', 'clerk reviewer supervisor administrator'],
  ['cases', 'clerk reviewer supervisor'],
  ['counter', 'clerk'],
  ['heldTexts', 'reviewer supervisor'],
  ['figures', 'supervisor'],
  ['feedback', 'supervisor administrator'],
  ['staffAndHalls', 'administrator'],
])('the part %s opens for: %s', (part, expected) =>
  expect(staffRoles.filter((role) => mayOpen({ roles: [role] }, part)).join(' ')).toBe(expected),
)

test('residents and the system are no staff', () =>
  expect(roles.filter((role) => !isStaffRole(role)).toSorted()).toEqual(['resident', 'system']))

test.each([
  [{ id: 'practice', practice: false }, 'practice'],
  [{ id: 'a.b', practice: true }, 'a.b.practice'],
  [{ id: 's-1', practice: false }, 's-1'],
])('%j is marked %s, and read from it again', (one, mark) => {
  expect(staffMark(one)).toBe(mark)
  expect(staffMarked(mark)).toEqual(one)
})
