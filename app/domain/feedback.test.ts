import { expect, test } from 'vitest'
import { isFeedbackState, openFeedback } from './feedback.ts'

test.each([
  ['new', true],
  ['read', true],
  ['answered', true],
  ['closed', true],
  ['', false],
  ['open', false],
])('a state of feedback: "%s" is %s', (text, is) => expect(isFeedbackState(text)).toBe(is))

test('what nobody answered or closed still waits', () => expect(openFeedback).toEqual(['new', 'read']))
