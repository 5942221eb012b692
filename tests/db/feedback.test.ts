import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type OpenDatabase, openDatabase, setDatabase } from '#db/connection.server.ts'
import { changeFeedback, countFeedback, feedbackById, feedbackIn, insertFeedback } from '#db/feedback.server.ts'
import { feedback } from '#db/schema.server.ts'

let opened: OpenDatabase
beforeEach(() => {
  opened = openDatabase(':memory:', 'db/migrations')
  setDatabase(opened.db)
})
afterEach(() => opened.close())

const at = new Date('2026-11-25T08:00:00Z')
const everywhere = { place: null }
const sent = (id: string) => insertFeedback(id, { mode: 'zh', page: '/zh', kind: 'wrong', message: '测试', county: null }, at)
const damage = (id: string, column: string, value: unknown) =>
  opened.db.$client.prepare(`update feedback set ${column} = ? where id = ?`).run(value, id)
const idsIn = async (isOpen: boolean, after = '') => (await feedbackIn(everywhere, isOpen, { after, most: 9 })).map(({ id }) => id)

test.each([
  ['state', 'nowhere'],
  ['state', Buffer.from('new')],
  ['changed_at', Buffer.from('once')],
  ['changed_at', 'once'],
  ['created_at', 'once'],
  ['kind', 'praise'],
])('feedback whose %s is %s waits, is counted, says that it is damaged, and is answered', async (column, value) => {
  await sent('whole')
  await sent('lost')
  damage('lost', column, value)
  expect([(await idsIn(true)).toSorted(), await idsIn(false), await countFeedback(everywhere)]).toEqual([['lost', 'whole'], [], 2])
  const one = (await feedbackById('lost')) ?? expect.fail()
  expect([one.state, one.isDamaged, (await feedbackById('whole'))?.isDamaged]).toEqual(['new', true, false])
  expect(await changeFeedback(one, { state: 'answered', answer: '测试：改好了' }, at)).toBe(true)
  expect(opened.db.select().from(feedback).where(eq(feedback.id, 'lost')).get()).toMatchObject({
    state: 'answered',
    answer: '测试：改好了',
  })
  expect([await idsIn(true), await idsIn(false)]).toEqual([['whole'], ['lost']])
})

test('what was changed since it was seen is not changed', async () => {
  await sent('one')
  const one = (await feedbackById('one')) ?? expect.fail()
  expect(await changeFeedback(one, { state: 'read', answer: null }, at)).toBe(true)
  expect(await changeFeedback(one, { state: 'closed', answer: null }, at)).toBe(false)
  expect(await changeFeedback({ ...one, id: 'gone' }, { state: 'closed', answer: null }, at)).toBe(false)
})

test('what was seen to stands on one page of the list, also where it is lost when', async () => {
  for (const [index, id] of ['first', 'lost', 'last'].entries()) {
    await sent(id)
    const one = (await feedbackById(id)) ?? expect.fail()
    await changeFeedback(one, { state: 'closed', answer: null }, new Date(at.getTime() + index * 1000))
  }
  damage('lost', 'changed_at', null)
  expect([await idsIn(false), await idsIn(false, 'first'), await idsIn(false, 'lost')]).toEqual([['last', 'first', 'lost'], ['lost'], []])
})
