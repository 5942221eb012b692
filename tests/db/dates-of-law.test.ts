import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { caseById } from '#app/cases/case.server.ts'
import { eventActor, historyOf } from '#app/cases/case-events.server.ts'
import { draftsIn, retiredDraftsIn } from '#app/cases/drafts.server.ts'
import { makeFolder, openStored } from '#app/cases/folder.server.ts'
import type { Folder } from '#app/cases/folder.ts'
import { legalDeadlines } from '#app/cases/legal-deadlines.ts'
import { recomputeDeadlines } from '#app/cases/recompute-deadlines.server.ts'
import { decryptSubmission } from '#app/cases/submission.server.ts'
import { submissionOf } from '#app/cases/submission.ts'
import { changeCase, handIn } from '#app/cases/transition.server.ts'
import type { Condition } from '#app/domain/verdict.ts'
import { catalogue } from '#app/features/api/catalogue-api.server.ts'
import { correctionAction } from '#app/features/application/correction.server.ts'
import { offeredFor } from '#app/features/application/remove-draft.server.ts'
import { search } from '#app/features/explain/search.server.ts'
import { shownService } from '#app/features/explain/shown-service.ts'
import { serviceAt } from '#app/features/page-data.ts'
import { servicesAbout } from '#app/features/self-check/check.ts'
import { tell } from '#app/features/self-check/result.ts'
import { offeredOn } from '#app/forms/application-form.ts'
import { text } from '#app/i18n/messages.ts'
import { action } from '#app/routes/api.v1.check.ts'
import { keysFrom, setKeys } from '#app/security/keys.server.ts'
import type { Service } from '#app/services/define.ts'
import { rulesVersion, servicesOf } from '#app/services/index.ts'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { folderById } from '#db/folders.server.ts'

const [today, tomorrow] = ['2026-11-24', '2026-11-25']

/** An invented law: the wish to learn a trade is enough until today; from tomorrow one must want to be trained as a beginner at a school. */
vi.mock('#app/services/skills-training/index.ts', async (original) => {
  const { default: service } = await original<{ default: Service }>()
  const [wish, ...rest] = service.conditions as [Condition, ...Condition[]]
  const when = { op: 'match', question: 'wishes', truths: { training: 'no', vocational: 'yes' }, skipped: 'unknown' } as const
  const later = { ...wish, from: '2026-11-25', when, sources: [{ instrument: 'qinghai-2024-48', article: '九' }] }
  return { default: { ...service, conditions: [{ ...wish, until: '2026-11-24' }, later, ...rest] } }
})

/** An invented end: nobody can be sent to a vocational school after today. */
vi.mock('#app/services/vocational-school/index.ts', async (original) => {
  const { default: service } = await original<{ default: Service }>()
  return { default: { ...service, until: '2026-11-24', successor: 'skills-training' } }
})

const at = new Date('2026-11-24T08:00:00Z')
const household = { answers: { wishes: ['training'] }, members: [{ id: '1', name: '扎西·测试', answers: { 'birth-date': '1990-01-01' } }] }
const filled: Folder = { ...household, applicant: '1', seen: [], filled: [], values: { 'address/home/county': '630104' } }
const wanted = { number: 1, service: 'skills-training', member: '1' } as const

describe('as of tomorrow', () => {
  test('the API answers otherwise than as of today, by the same rules version', async () => {
    const checked = async (asOf: string) => {
      const body = JSON.stringify({ asOf, household: household.answers, members: [{ id: '1', 'birth-date': '1990-01-01' }] })
      const answer = await action({ request: new Request('http://settle.invalid/', { method: 'POST', body }), params: {}, context: {} })
      const { results, ...rest } = await answer.json()
      expect(rest).toEqual({ asOf, rulesVersion })
      return results as { service: string; verdict: string; deciding: string[]; conditions: { id: string; sources: unknown }[] }[]
    }
    const of = async (asOf: string, service: string) => (await checked(asOf)).find((one) => one.service === service)
    expect(await of(today, wanted.service)).toMatchObject({ verdict: 'possible', deciding: ['C2', 'C3'] })
    const then = await of(tomorrow, wanted.service)
    expect(then).toMatchObject({ verdict: 'not-applicable', deciding: ['C1'] })
    expect(then?.conditions[0]).toMatchObject({ id: 'C1', sources: [{ instrument: 'qinghai-2024-48', article: '九' }] })
    expect(await of(today, 'vocational-school')).toBeDefined()
    expect(await of(tomorrow, 'vocational-school')).toBeUndefined()
  })

  test('results, catalogue, topics, search and what can be applied for follow the day', async () => {
    const check = { ...household, rosterDone: true }
    const result = (on: string) => tell(check, wanted.service, on).flatMap(({ groups }) => groups.map(({ verdict }) => verdict))
    expect([result(today), result(tomorrow)]).toEqual([['possible'], ['not-applicable']])
    const each = (has: (on: string) => boolean) => expect([has(today), has(tomorrow)]).toEqual([true, false])
    each((on) => catalogue('zh', on).services.some(({ id }) => id === 'vocational-school'))
    each((on) => servicesOf('schooling', on).some(({ id }) => id === 'vocational-school'))
    const found = { [today]: await search('职业学校', 'zh', today), [tomorrow]: await search('职业学校', 'zh', tomorrow) }
    each((on) => found[on]?.found.some(({ title }) => title === 'services/vocational-school:name') ?? false)
    each((on) => offeredOn(on).includes('vocational-school'))
    each((on) => servicesAbout(undefined, on).some(({ id }) => id === 'vocational-school'))
    expect(catalogue('zh', tomorrow).services.find(({ id }) => id === wanted.service)?.conditions).toHaveLength(3)
  })

  test('the page of a service that ended says so and leads to what took its place; so does whatever names it', () => {
    const shown = (on: string) => shownService('vocational-school', on)
    expect(shown(today)).toMatchObject({ kind: 'page', data: { asOf: today } })
    const ended = { service: 'vocational-school', until: today, successor: 'skills-training' }
    expect(shown(tomorrow)).toMatchObject({ kind: 'refused', why: 'retired', data: ended })
    expect(serviceAt('zh', 'vocational-school', today).id).toBe('vocational-school')
    const led = { outcome: { kind: 'go', to: '/zh/services/vocational-school' } }
    expect(() => serviceAt('zh', 'vocational-school', tomorrow)).toThrow(expect.objectContaining(led))
    expect(offeredFor('vocational-school', tomorrow)).toBe('skills-training')
  })

  test('a draft of a service that ended is shown apart', () => {
    const applications = [{ number: 1, service: 'vocational-school', status: 'draft' } as never]
    expect([draftsIn({ applications }, today).length, retiredDraftsIn({ applications }, today).length]).toEqual([1, 0])
    expect([draftsIn({ applications }, tomorrow).length, retiredDraftsIn({ applications }, tomorrow).length]).toEqual([0, 1])
  })
})

const guards = vi.hoisted(() => ({ folder: undefined as unknown }))
vi.mock('#app/access/guards.server.ts', async (original) => ({
  ...(await original<object>()),
  requireFolder: async () => guards.folder,
  requireFolderOf: async () => guards.folder,
  requireFiling: () => ({ actor: { role: 'resident' } }),
}))

describe('an application', () => {
  let opened: OpenDatabase
  beforeEach(() => {
    setKeys(keysFrom({ sessionSecret: 's'.repeat(32), dataKey: 'd'.repeat(32), indexKey: 'i'.repeat(32) }, false))
    opened = openDatabase(':memory:', 'db/migrations')
    setDatabase(opened.db)
  })
  afterEach(() => opened.close())

  test('keeps what it was judged by, through a correction under a later law as well', async () => {
    const { id } = await makeFolder(filled, [{ id: 'a', ...wanted }], '123456', at)
    const again = async () => openStored((await folderById(id)) ?? expect.fail())
    const open = await again()
    const event = { type: 'submit' as const, actor: eventActor('resident'), at: at.toISOString(), language: 'zh' as const, version: '1' }
    const application = open.applications[0] ?? expect.fail()
    await handIn(open, [{ application, event, submission: submissionOf(filled, wanted, [], () => [], 'zh', today) }], at)
    const submitted = async () => (await decryptSubmission((await caseById('a')).application)) ?? expect.fail()
    const before = await submitted()
    expect(before).toMatchObject({ asOf: today, verdict: 'possible', version: { rules: rulesVersion } })
    expect(before.trace[0]).toMatchObject({ condition: 'C1', truth: 'yes', sources: [{ instrument: 'qinghai-2024-48', article: '八' }] })

    const then = new Date('2026-11-25T08:00:00Z')
    const common = { actor: eventActor('clerk', 'c'), at: then.toISOString() }
    await changeCase(await caseById('a'), { type: 'accept', ...common })
    await changeCase(await caseById('a'), { type: 'start-review', ...common, actor: eventActor('reviewer', 'r') })
    await changeCase(await caseById('a'), {
      type: 'ask-correction',
      ...common,
      actor: eventActor('reviewer', 'r'),
      items: [{ target: 'paper/none~1', reason: 'missing' }],
    })
    guards.folder = await again()
    const context = { mode: 'zh', today: tomorrow, now: then, actor: { by: 'resident' }, at: '/zh', query: new URLSearchParams() }
    const sent = await correctionAction(context as unknown as RequestContext, new FormData() as never, { mode: 'zh', number: '1' })
    expect(sent.kind).toBe('go')
    expect((await caseById('a')).application.status).not.toBe('needs-correction')
    expect(await submitted()).toEqual(before)
  })

  test('keeps the legal limits it was handed in under, whatever its service says by then; one of before reads those of today', async () => {
    const wanted = { number: 1, service: 'resident-pension', member: '1' } as const
    const filledIn = { ...filled, values: { ...filled.values, 'own/n1/matter': 'claim' } }
    const { limits = [], ...older } = submissionOf(filledIn, wanted, [], () => [], 'zh', today)
    const [now] = limits
    expect(now).toMatchObject({ says: { zh: text('zh', `services/resident-pension:timeAndCost.${now?.statement}`) } })
    const says = { zh: '那时候是三天。', bo: 'དེ་དུས་ཉིན་གསུམ་ཡིན།' }
    const then = { ...older, limits: [{ statement: 'of-then', says, days: 3, unit: 'calendar' as const }] }
    const taken = async (id: string, submission: typeof older) => {
      const made = await makeFolder(filledIn, [{ id, ...wanted }], '123456', at)
      const open = await openStored((await folderById(made.id)) ?? expect.fail())
      const event = { type: 'submit' as const, actor: eventActor('resident'), at: at.toISOString(), language: 'zh' as const, version: '1' }
      await handIn(open, [{ application: open.applications[0] ?? expect.fail(), event, submission }], at)
      await changeCase(await caseById(id), { type: 'accept', actor: eventActor('clerk', 'c'), at: at.toISOString() })
      await recomputeDeadlines(today)
      return caseById(id)
    }
    const submitted = await taken('kept', then)
    expect(submitted.application.dueOn).toBe('2026-11-27')
    const read = await decryptSubmission(submitted.application)
    expect(legalDeadlines(filledIn, wanted, await historyOf('kept'), read?.limits)).toEqual([
      { statement: 'of-then', says, ends: '2026-11-27', sure: true },
    ])
    const before = await taken('before', older)
    expect(legalDeadlines(filledIn, wanted, await historyOf('before'), undefined)).toMatchObject([
      { statement: now?.statement, says: null, ends: before.application.dueOn },
    ])
  })

  test('submitted tomorrow is judged by the law of that day, and says from when that is', () => {
    const { verdict, trace } = submissionOf(filled, wanted, [], () => [], 'zh', tomorrow)
    expect({ verdict, first: trace[0] }).toEqual({ verdict: 'not-applicable', first: { condition: 'C1', from: tomorrow, truth: 'no' } })
  })
})
