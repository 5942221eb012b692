import { expect, test } from 'vitest'
import type { ApplicationEvent } from '#app/domain/event.ts'
import { statement } from '#app/services/define.ts'
import { cite } from '#app/services/instruments.ts'
import { isOriginalRequired, originalsMissing } from './originals.ts'

const required = [
  { ...statement('card', 'high', cite('common-practice')), paper: 'id-card', original: true },
  { ...statement('proof', 'high', cite('common-practice')), original: true },
] as const
const papers = ['id-card~2', 'skills-training.proof~n1', 'hukou-book~home'].map((key) => ({ key }))
const submission = { service: 'skills-training', papers }
const see = (paper: string, seen = true): ApplicationEvent => ({
  ...{ type: 'see-original', actor: { role: 'clerk', id: 'c' }, at: '2026-11-24T08:00:00.000Z' },
  ...{ paper, seen },
})

test('originals have to be seen where the definition says so, of shared papers and of own ones', () => {
  expect(papers.filter(({ key }) => isOriginalRequired('skills-training', key, required)).map(({ key }) => key)).toEqual([
    'id-card~2',
    'skills-training.proof~n1',
  ])
  expect(isOriginalRequired('job-services', 'skills-training.proof~n1', required)).toBe(false)
})

test('what was not seen is missing, and so is what was noted by mistake', () => {
  expect(originalsMissing(submission, [], required)).toEqual(['id-card~2', 'skills-training.proof~n1'])
  expect(originalsMissing(submission, [see('id-card~2'), see('skills-training.proof~n1')], required)).toEqual([])
  expect(originalsMissing(submission, [see('id-card~2'), see('id-card~2', false)], required)).toContain('id-card~2')
  // No source in the fact base says of any paper that its original has to be shown.
  expect(originalsMissing(submission, [])).toEqual([])
})
