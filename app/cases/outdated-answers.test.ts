import { describe, expect, test, vi } from 'vitest'
import { draftsIn, retiredDraftsIn } from '#app/cases/drafts.server.ts'
import type { Value } from '#app/domain/fields/field.ts'
import { type DraftApplication, stepsOf } from '#app/forms/application-form.ts'
import { isDone } from '#app/forms/application-progress.ts'
import { withOwnMoved } from '#app/forms/application-values.ts'
import type { Folder } from './folder.ts'
import { firstOutdatedStep, outdatedIn } from './outdated-answers.ts'
import { sampleFolder } from './sample-folder.ts'
import { submissionOf, submissionRows } from './submission.ts'

const asOf = '2026-11-24'

vi.mock('#app/services/retired.ts', async (original) => {
  const gone = { until: '2026-06-30' }
  const options = { 'work.odd-jobs': { ...gone, successor: 'work.casual' }, 'work.odder': { ...gone, successor: 'work.odd-jobs' } }
  const retired: Record<string, Record<string, { until: string; successor?: string }>> = { options, counties: { '632899': gone } }
  const retiredOf = (kind: string, id: string) => retired[kind]?.[id]
  const { successorIn } = await original<typeof import('#app/services/retired.ts')>()
  return { retiredOf, successorOf: (kind: string, id: string) => successorIn((one) => retiredOf(kind, one)?.successor, id) }
})

/** A folder filled in to the end. */
const { folder, wanted } = sampleFolder(
  { service: 'flexible-worker-insurance', county: '630104', mode: 'zh', on: asOf, number: 7 },
  () => 0.1,
)
const withValue = (key: string, value: Value): Folder => ({ ...folder, values: { ...folder.values, [key]: value } })
const withAnswer = (question: string, value: Value): Folder => ({
  ...folder,
  members: folder.members.map((member) => ({ ...member, answers: { ...member.answers, [question]: value } })),
})
const openSteps = (of: Folder) => stepsOf(of, [wanted], asOf).filter((step) => !isDone(of, [wanted], step, asOf))
const changes = (of: Folder) => openSteps(of).flatMap((step) => outdatedIn(of, [wanted], step, asOf))

describe('a draft read again', () => {
  test('can be submitted where nothing changed', () => {
    expect(openSteps(folder)).toEqual([])
    expect(firstOutdatedStep(folder, [wanted], asOf)).toBeUndefined()
  })

  test.each<[string, Folder, string]>([
    ['an option', withAnswer('work', 'gone-for-good'), 'work/1'],
    ['a county', withValue('address/home/county', '632899'), 'address/home'],
    ['an option of a field that may stay empty', withValue('contact/home/speaks', 'gone-for-good'), 'contact/home'],
  ])('%s that went is asked again, and stands in words meanwhile', (_, of, place) => {
    expect(openSteps(of).map(({ block, subject }) => `${block}/${subject}`)).toEqual([place])
    const [change, ...more] = changes(of)
    expect(more).toEqual([])
    expect(change?.successor).toBeUndefined()
    expect(submissionRows(of, [wanted], asOf).map(({ value }) => value.zh)).toContain(change?.old.zh)
    expect(change?.old.bo).toMatch(/gone-for-good|632899/)
  })

  test.each(['odd-jobs', 'odder'])('the successor of a retired option is in the field (%s)', (option) => {
    const [change] = changes(withAnswer('work', option))
    expect(change?.successor?.value).toBe('casual')
    expect(change?.successor?.text.zh).not.toBe(change?.old.zh)
  })
})

describe('a draft of a retired service', () => {
  const draft = (number: number, service: string) => ({ number, service, status: 'draft' }) as never
  const applications = [draft(1, wanted.service), draft(2, 'gone-for-good')]

  test('is shown apart from those that are submitted', () => {
    expect(draftsIn({ applications }, asOf).map(({ number }) => number)).toEqual([1])
    expect(retiredDraftsIn({ applications }, asOf).map(({ number }) => number)).toEqual([2])
    const both: DraftApplication[] = [wanted, { number: 2, service: 'gone-for-good', member: null }]
    expect(stepsOf(folder, both, asOf)).toEqual(stepsOf(folder, [wanted], asOf))
    expect(submissionOf(folder, wanted, [], () => [], 'zh', asOf).service).toBe(wanted.service)
  })

  test('keeps its values when its successor replaces it, to be reviewed', () => {
    const before: Folder = {
      ...folder,
      values: { 'own/n2/trade': '做饭', 'own/n21/trade': '别的' },
      seen: ['own/n2', 'own/n21'],
      filled: [],
    }
    expect(withOwnMoved(before, 2, 3)).toMatchObject({
      values: { 'own/n3/trade': '做饭', 'own/n21/trade': '别的' },
      seen: ['own/n21'],
      filled: ['own/n3/trade'],
    })
  })
})
