import { expect, test } from 'vitest'
import { fieldTexts, questionTexts } from './field-texts.ts'

test('a field of a shared block has its texts with the forms, one of a service with the service', () => {
  expect(fieldTexts({ block: 'work' }, null, { id: 'since' })).toEqual({
    ...{ label: 'forms:fields.work.since.label', help: 'forms:fields.work.since.help' },
    ...{ why: 'forms:fields.work.since.why', options: 'forms:fields.work.since.options' },
  })
  expect(fieldTexts({ block: 'own' }, 'skills-training', { id: 'trade' })).toEqual({
    ...{ label: 'services/skills-training:form.trade.label', help: 'services/skills-training:form.trade.help' },
    ...{ why: 'services/skills-training:form.trade.why', options: 'services/skills-training:form.trade.options' },
  })
})

test('a question has its label and options from the self-check, wherever it is asked', () => {
  expect(fieldTexts({ block: 'work' }, null, { id: 'kind', question: 'work' })).toEqual({
    ...{ label: 'questions:work.short', help: 'forms:fields.work.kind.help' },
    ...{ why: 'forms:fields.work.kind.why', options: 'questions:work.options' },
  })
  expect(questionTexts('work')).toEqual({
    ...{ label: 'questions:work.short', help: 'questions:work.help', why: 'questions:work.why', options: 'questions:work.options' },
  })
})
