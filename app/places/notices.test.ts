import { expect, test } from 'vitest'
import { type Announced, isWorked, lastYearOf, lastYearOfTable, limitEnds } from './calendar.ts'
import { faultOf, type Notice, parseDays, parseNumber, withNotices } from './notices.ts'
import { statutoryHolidays } from './statutory-holidays.ts'

const next = lastYearOfTable + 1
const one = (more: Partial<Notice> = {}): Notice => ({
  ...{ id: 'a', year: String(next), notice: '国办发明电〔2026〕7号', off: statutoryHolidays(next), worked: [] },
  ...more,
})

test.each([
  ['国办发明电〔2026〕7号', '国办发明电〔2026〕7号'],
  [' 国办发明电（2026）第 ７ 号', '国办发明电〔2026〕7号'],
  ['青政办[2026]12号', '青政办〔2026〕12号'],
  ['国办发明电2026-7', undefined],
  ['要交地才放假〔2026〕号', undefined],
  ['', undefined],
])('the number “%s” is read as %s', (typed, number) => expect(parseNumber(typed)).toBe(number))

test.each([
  ['2027-10-01', ['2027-10-01']],
  ['2027年10月1日、2027/10/2', ['2027-10-01', '2027-10-02']],
  ['༢༠༢༧-༡༠-༠༡', ['2027-10-01']],
  ['2027-10-01 至 2027-10-03', ['2027-10-01', '2027-10-02', '2027-10-03']],
  ['', []],
])('the days “%s” are %j', (typed, days) => expect(parseDays(typed)).toEqual({ days }))

test.each(['2027-02-30', '10月1日', '2027-10-03~2027-10-01', '2027-01-01~2029-01-01', 'x'])('“%s” is no day', (typed) =>
  expect(parseDays(typed).wrong).toBeDefined(),
)

test('a whole notice makes its year known; single days stand beside what is known of theirs', () => {
  expect(lastYearOf(withNotices({}, [one()]))).toBe(next)
  const single = withNotices({}, [one({ year: String(lastYearOfTable), off: [`${lastYearOfTable}-11-25`] })])
  expect(lastYearOf(single)).toBe(lastYearOfTable)
  expect([isWorked('2026-11-25', single), isWorked('2026-11-25', {}), isWorked('2026-10-01', single)]).toEqual([false, true, false])
  expect(limitEnds('2026-11-24', { days: 1, unit: 'working' }, single)).toBe('2026-11-26')
})

const file: Announced = {}
test.each<[string, Partial<Notice>, readonly Notice[]]>([
  ['no-days', { off: [] }, []],
  ['known', {}, [one({ id: 'b' })]],
  ['year-before', { year: String(next + 1), off: statutoryHolidays(next + 1) }, []],
  ['other-year', { off: [...statutoryHolidays(next), '2031-01-01'] }, []],
  ['both', { worked: [`${next}-10-01`] }, []],
  ['not-weekend', { worked: ['2027-10-11'] }, []],
  ['contradicts', { worked: ['2027-10-09'] }, [one({ id: 'b', notice: '乙〔2026〕1号', off: ['2027-10-09'] })]],
  ['missing', { off: statutoryHolidays(next).slice(1) }, []],
])('refused: %s', (why, more, others) => expect(faultOf(one(more), file, others)?.why).toBe(why))

test('what was announced as it should be is taken', () => expect(faultOf(one({ worked: ['2027-10-09'] }), file, [])).toBeUndefined())
