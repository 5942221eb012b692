import chineseDays from 'chinese-days'
import { addDays, type Day } from '#app/domain/day.ts'

const computed = new Map<number, readonly Day[]>()

/**
 * The thirteen holidays of everybody in a year, whatever is announced.
 * @source 全国年节及纪念日放假办法 (State Council Decree 795, in force from 2025-01-01), article 2
 */
export function statutoryHolidays(year: number): readonly Day[] {
  const known = computed.get(year)
  if (known) return known
  const lunar = (date: string) => chineseDays.getSolarDateFromLunar(`${year}-${date}`).date
  const newYear = lunar('01-01')
  const days = [
    `${year}-01-01`,
    ...[-1, 0, 1, 2].map((later) => addDays(newYear, later)),
    chineseDays.getSolarTermDate(year, 4, 'pure_brightness'),
    ...['05-01', '05-02'].map((date) => `${year}-${date}`),
    lunar('05-05'),
    lunar('08-15'),
    ...['10-01', '10-02', '10-03'].map((date) => `${year}-${date}`),
  ]
  computed.set(year, days)
  return days
}
