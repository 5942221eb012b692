import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { assess } from '#app/domain/assessment.ts'
import { questionnaire } from './household.ts'

const ids = [
  'settle-household',
  'residence-registration',
  'residence-permit',
  'school-compulsory',
  'school-preschool',
  'school-senior',
  'vocational-school',
  'exam-local',
  'public-rental-housing',
  'affordable-rental-housing',
  'affordable-sale-housing',
  'housing-fund-flexible',
  'employee-pension-medical',
  'flexible-worker-insurance',
  'resident-pension',
  'resident-medical',
  'unemployment-insurance',
  'occupational-injury',
  'cross-region-care',
  'insurance-transfer',
  'social-assistance',
  'temporary-assistance',
  'skills-training',
  'job-services',
  'wage-protection',
  'land-rights',
]
const hh = [
  'settle-household',
  'residence-registration',
  'public-rental-housing',
  'affordable-rental-housing',
  'affordable-sale-housing',
  'social-assistance',
  'temporary-assistance',
  'land-rights',
]
const rules = await Promise.all(
  ids.map(async (id) => ({
    id,
    unit: hh.includes(id) ? ('household' as const) : ('member' as const),
    conditions: (await import(`./${id}/conditions.ts`)).conditions,
  })),
)
const cases = readFileSync('../shared/policy/cases.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((l) => JSON.parse(l))
for (const c of cases)
  test(c.case, () => {
    const { household, members, asOf } = c.request
    const rs = assess(
      questionnaire,
      rules,
      { answers: household, members: members.map(({ id, ...answers }: any) => ({ id, answers })) },
      asOf,
    )
    for (const e of c.expect) {
      const r =
        rs.find((r) => r.service === e.service && r.member === e.member) ?? rs.find((r) => r.service === e.service && r.member === null)
      expect({ ...e, verdict: r?.verdict, deciding: r?.deciding }).toEqual(e)
    }
    if (c.case === 'J45') {
      const t = performance.now()
      for (let i = 0; i < 1000; i++)
        assess(questionnaire, rules, { answers: household, members: members.map(({ id, ...answers }: any) => ({ id, answers })) }, asOf)
      console.log((performance.now() - t) / 1000, 'ms', rs.length)
      console.log(
        rs
          .map(
            (r) =>
              `${r.service} ${r.member} ${r.verdict} ${r.deciding} miss:${r.missing} wc:${r.wouldChange.map((w) => w.member + ':' + w.question + '=' + w.to + '>' + w.verdict)}`,
          )
          .join('\n'),
      )
    }
  })
