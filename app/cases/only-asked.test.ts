import { describe, expect, test } from 'vitest'
import { valueKey } from '#app/domain/form.ts'
import { stepsOf } from '#app/forms/application-form.ts'
import type { Folder } from './folder.ts'
import { onlyAsked } from './only-asked.ts'
import { type Submission, submissionOf } from './submission.ts'

const asOf = '2026-11-24'
const wanted = { number: 1, service: 'employee-pension-medical', member: '1' }

/** A folder, visibly of a test: where its person works, and what stands in its fields. */
const folderWith = (work: string, values: Readonly<Record<string, string>>): Folder => ({
  answers: {},
  members: [{ id: '1', name: '我自己', answers: { 'birth-date': '1986-01-12', work } }],
  ...{ applicant: '1', seen: [], filled: [] },
  values: { 'person/1/name': '扎西·测试', ...values },
})
const submitted = (folder: Folder, files: readonly string[] = []) => submissionOf(folder, wanted, [], () => files, 'zh', asOf)

const was = folderWith('employed-contract', {
  'address/home/words': '甲街·测试',
  'work/1/employer': '甲厂·测试',
  'own/n1/matter': 'not-registered',
})
/** The same folder later: a draft of something else changed what is shared. */
const is = folderWith('unemployed', { 'person/1/name': '卓玛·测试', 'address/home/words': '乙街·测试', 'own/n1/matter': 'look-up' })

/** The former submission after a correction of these targets. */
function corrected(targets: readonly string[], before: Partial<Submission> = {}, now = is) {
  const asked = (target: string) => targets.includes(target)
  const steps = stepsOf(now, [wanted], asOf).map((step) => ({ ...step, fields: step.fields.filter(({ id }) => asked(valueKey(step, id))) }))
  const full = { ...submitted(was, ['file-1']), ...before } as Submission
  const files = (key: string) => (asked(`paper/${key}`) ? ['file-2'] : ['file-1'])
  return onlyAsked({ before: full, now: submitted(now, ['file-2']), folder: now, wanted, steps, asked, files })
}
const values = ({ rows }: ReturnType<typeof corrected>) =>
  Object.fromEntries(rows.map(({ target, value }) => [target, typeof value === 'string' ? value : value.zh]))
const truths = ({ trace }: ReturnType<typeof corrected>) => trace.map(({ condition, truth }) => [condition, truth])

describe('a correction', () => {
  test('of nothing is what was submitted, whatever the folder holds by now', () => {
    const [none, before] = [corrected([]), submitted(was, ['file-1'])]
    expect(none).toEqual(before)
    expect(values(none)).not.toEqual(values(submitted(is)))
  })

  test('of one field changes that, in its place', () => {
    const one = corrected(['address/home/words'])
    expect(values(one)).toEqual({ ...values(submitted(was)), 'address/home/words': '乙街·测试' })
    expect(one.rows.map(({ target }) => target)).toEqual(submitted(was).rows.map(({ target }) => target))
    expect([one.verdict, truths(one), one.limits]).toEqual([submitted(was).verdict, truths(submitted(was)), submitted(was).limits])
  })

  test('of an answer changes what hangs on it too: fields asked only then, and the conditions that look at it', () => {
    const one = corrected(['work/1/kind'])
    expect(values(one)['work/1/employer']).toBeUndefined()
    expect(values(one)['person/1/name']).toBe('扎西·测试')
    expect([one.verdict, truths(one)]).toEqual([submitted(is).verdict, truths(submitted(is))])
    const back = corrected(['work/1/kind'], submitted(is) as Submission, was)
    expect(values(back)['work/1/employer']).toBe('甲厂·测试')
  })

  test('of a choice of the form changes the limits that hang on it', () => {
    expect(submitted(was).limits).not.toEqual(submitted(is).limits)
    expect(corrected(['own/n1/matter']).limits).toEqual(submitted(is).limits)
  })

  test('of a paper changes its files alone', () => {
    const [first, ...others] = submitted(was).papers.map(({ key }) => key)
    const one = corrected([`paper/${first}`])
    expect(one.papers).toEqual([{ key: first, files: ['file-2'] }, ...others.map((key) => ({ key, files: ['file-1'] }))])
  })

  test('is possible of what was submitted before limits were kept, or whose form asked for something that is gone', () => {
    const { limits: _, ...bare } = submitted(was)
    const gone = { target: 'work/1/gone', value: '以前' }
    const old = { limits: undefined, rows: [...bare.rows, gone] } as unknown as Submission
    const one = corrected(['address/home/words'], old)
    expect(one.limits).toEqual(submitted(is).limits)
    expect(values(one)).toEqual({ ...values(submitted(was)), 'address/home/words': '乙街·测试' })
  })
})
