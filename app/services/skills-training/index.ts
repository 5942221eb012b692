import { defineService, statement } from '../define.ts'
import { cite, plan } from '../instruments.ts'
import { conditions } from './conditions.ts'
import { documents } from './documents.ts'
import { form } from './form.ts'

export default defineService({
  id: 'skills-training',
  unit: 'member',
  topics: ['work'],
  departments: ['hrss-bureau', 'employment-service'],
  hotlines: ['12333'],
  related: ['job-services', 'vocational-school'],
  conditions,
  documents,
  form,
  gives: [statement('training', 'medium', plan('八')), statement('brands', 'medium', plan('八'))],
  where: [statement('hrss', 'medium', plan('八'))],
  timeAndCost: [
    statement('ten-days', 'medium', cite('social-insurance-handling-regulations')),
    statement('not-in-sources', 'high', cite('common-practice')),
  ],
  misunderstandings: [
    { ...statement('always-free', 'medium', cite('common-practice')), about: 'C3' },
    { ...statement('certificate-pays', 'medium', cite('common-practice')), about: 'C3' },
    statement('pay-first', 'medium', cite('common-practice')),
  ],
  otherwise: [statement('vocational', 'medium', plan('八')), statement('guidance', 'high', plan('八'))],
})
