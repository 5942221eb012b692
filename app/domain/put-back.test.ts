import { expect, test } from 'vitest'
import { putBack } from './put-back.ts'

test('pages opened before an upgrade put cases back by the same word, which is nobody’s id', () => expect(putBack).toBe('nobody'))
