import { expect, test } from 'vitest'
import { readHousehold } from '#app/domain/household.ts'
import { agedAtLeast } from '#app/domain/vocabulary.ts'
import type { Document } from '#app/services/define.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import { documentsAsked } from './documents.ts'

const asOf = '2026-11-24'
const paper = (id: string, more: Partial<Document> = {}): Document => ({ id, sources: [], certainty: 'high', ...more })
const ofAdults = { when: agedAtLeast(18) }
const papers = [
  paper('always'),
  paper('adult', ofAdults),
  paper('family', { ofFamily: true }),
  paper('adult-family', { ...ofAdults, ofFamily: true }),
]
const born = (day: string) =>
  readHousehold(questionnaire, { answers: {}, members: [{ id: '1', answers: { 'birth-date': day } }] }, asOf).member('1')

test.each([
  ['an adult in a family brings every paper', born('1986-01-12'), 2, ['always', 'adult', 'family', 'adult-family']],
  ['a child in a family brings none of an adult', born('2015-03-03'), 2, ['always', 'family']],
  ['whose age is not known brings what may be needed', born('unsure'), 2, ['always', 'adult', 'family', 'adult-family']],
  ['an adult alone brings none of a family', born('1986-01-12'), 1, ['always', 'adult']],
  ['a child alone brings only what everybody does', born('2015-03-03'), 1, ['always']],
  ['of nobody in particular every paper is asked', undefined, 0, ['always', 'adult', 'family', 'adult-family']],
] as const)('%s', (_, subject, people, ids) => expect(documentsAsked(papers, subject, people).map(({ id }) => id)).toEqual(ids))
