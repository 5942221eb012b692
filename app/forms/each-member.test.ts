import { expect, test } from 'vitest'
import { withAnswersOfEach } from './each-member.ts'
import type { Peopled } from './members.ts'

test('what was said of most becomes the answer of each who does not differ; other answers of the household do not', () => {
  const people: Peopled = {
    answers: { med: 'elsewhere-resident', land: ['grassland'] },
    members: [
      { id: '1', name: '爸爸', answers: { work: 'platform' } },
      { id: '2', name: '妈妈', answers: { med: 'local-employee' } },
      { id: '3', name: '奶奶', answers: {}, differs: ['med'] },
    ],
  }
  expect(withAnswersOfEach(people)).toStrictEqual({
    answers: { land: ['grassland'] },
    members: [
      { id: '1', name: '爸爸', answers: { work: 'platform', med: 'elsewhere-resident' } },
      { id: '2', name: '妈妈', answers: { med: 'local-employee' } },
      { id: '3', name: '奶奶', answers: {} },
    ],
  })
})

test('where nothing was said of most, nobody is given an answer', () => {
  const people: Peopled = { answers: {}, members: [{ id: '1', name: '爸爸', answers: { work: 'platform' } }] }
  expect(withAnswersOfEach(people)).toStrictEqual(people)
})
