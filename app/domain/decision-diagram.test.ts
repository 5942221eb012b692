import { expect, test } from 'vitest'
import { decisionDiagrams } from './decision-diagram.ts'

const make = () => decisionDiagrams<'yes' | 'no'>(() => 2)

test('what comes to the same is one node, however it was made', () => {
  const { leaf, choice } = make()
  const [no, yes] = [leaf('no'), leaf('yes')]
  expect(leaf('no')).toBe(no)
  expect(choice(0, [no, yes])).toBe(choice(0, [no, yes]))
  expect(choice(0, [no, yes])).not.toBe(choice(1, [no, yes]))
  expect(choice(0, [yes, no])).not.toBe(choice(0, [no, yes]))
})

test('a choice between one thing is none', () => {
  const { leaf, choice, variablesIn } = make()
  const [no, yes] = [leaf('no'), leaf('yes')]
  expect(choice(0, [yes, yes])).toBe(yes)
  expect(choice(0, [yes])).toBe(yes)
  expect(variablesIn(yes)).toEqual([])
  expect(variablesIn(choice(1, [no, yes]))).toEqual([1])
})

test('variables stand in one order, whichever was chosen first', () => {
  const { leaf, choice, combine, variablesIn } = make()
  const [no, yes] = [leaf('no'), leaf('yes')]
  const [first, second] = [choice(0, [no, yes]), choice(1, [no, yes])]
  const both = choice(0, [no, second])
  expect(choice(1, [no, first])).toBe(both)
  expect(combine([first, second], (outcomes) => (outcomes.includes('no') ? 'no' : 'yes'))).toBe(both)
  expect(variablesIn(both)).toEqual([0, 1])
})

test('what one of several decides does not depend on the others', () => {
  const { leaf, choice, combine, variablesIn } = make()
  const [no, yes] = [leaf('no'), leaf('yes')]
  const either = combine([choice(0, [no, yes]), choice(1, [yes, no])], ([one]) => one as 'yes' | 'no')
  expect(variablesIn(either)).toEqual([0])
  expect(combine([], () => 'yes')).toBe(yes)
})
