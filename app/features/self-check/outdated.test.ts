import { expect, test } from 'vitest'
import { emptyCheck } from '#app/forms/household-form.ts'
import { checkFrom } from '#app/forms/outdated-check.ts'
import { outdatedShown } from './outdated.ts'

const today = '2026-11-29'

/** A check of before, of one member of this age, with answers whose options meant more then. */
function ofBefore(hukou: string, born: string) {
  return checkFrom({
    ...{ ...emptyCheck, rosterDone: true, answers: { 'hukou-place': hukou, 'live-place': 'qh-town', permit: 'valid-2026' } },
    members: [{ id: '1', name: '大女儿', answers: { 'birth-date': born, 'lives-together': 'no-2026' } }],
  })
}

const told = (hukou: string, born: string, only?: string) =>
  outdatedShown(ofBefore(hukou, born), only, today).map(({ member, at }) => `${member ?? 'household'} ${at}`)

test('what took the place of an answer is told where it can be changed', () =>
  expect(told('outside', '2015-05-02')).toEqual(['household permit', '1 lives-together']))

test('it is not told where its question does not arise, for a household, a member, or one service', () => {
  expect(told('same-town', '1985-05-02')).toEqual([])
  expect(told('outside', '2015-05-02', 'settle-household')).toEqual([])
})
