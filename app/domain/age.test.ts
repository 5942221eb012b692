import { describe, expect, test } from 'vitest'
import { aged, beforeRetirement, type RetirementRule, retirementDay, type Sex, schoolStart } from './age.ts'
import { addDays, ageOn, bornForAge, type Day } from './day.ts'

/**
 * Days of retirement by the tables annexed to the decision on gradually raising the statutory retirement age (2024-09-13): the month
 * one was born in, the delay, the month of retirement. The day stays that of the birthday, at most the last one of its month.
 */
const retirements: Record<RetirementRule, readonly (readonly [born: Day, retires: Day])[]> = {
  'male-60': [
    ['1964-12-31', '2024-12-31'], // reached 60 before the decision applied: no delay
    ['1965-01-01', '2025-02-01'], // 60 years 1 month
    ['1965-04-30', '2025-05-30'],
    ['1965-05-01', '2025-07-01'], // 60 years 2 months
    ['1965-08-31', '2025-10-31'],
    ['1965-09-01', '2025-12-01'], // 60 years 3 months
    ['1965-12-31', '2026-03-31'],
    ['1966-01-01', '2026-05-01'], // 60 years 4 months
    ['1976-08-31', '2039-07-31'], // 62 years 11 months
    ['1976-09-01', '2039-09-01'], // 63 years: the most
    ['1976-12-31', '2039-12-31'],
    ['1977-01-01', '2040-01-01'],
    ['1990-06-15', '2053-06-15'],
    ['1965-01-31', '2025-02-28'], // February has no 31st
    ['1968-02-29', '2028-12-29'], // 60 in February 2028, the 38th month: 10 months
  ],
  'female-55': [
    ['1969-12-31', '2024-12-31'],
    ['1970-01-01', '2025-02-01'], // 55 years 1 month
    ['1970-04-30', '2025-05-30'],
    ['1970-05-01', '2025-07-01'], // 55 years 2 months
    ['1981-08-31', '2039-07-31'], // 57 years 11 months
    ['1981-09-01', '2039-09-01'], // 58 years: the most
    ['1990-06-15', '2048-06-15'],
    ['1972-02-29', '2027-09-29'], // 55 in February 2027, the 26th month: 7 months
  ],
  'female-50': [
    ['1974-12-31', '2024-12-31'],
    ['1975-01-01', '2025-02-01'], // 50 years 1 month
    ['1975-02-28', '2025-03-28'],
    ['1975-03-01', '2025-05-01'], // 50 years 2 months
    ['1984-10-31', '2039-09-30'], // 54 years 11 months
    ['1984-11-01', '2039-11-01'], // 55 years: the most
    ['1984-12-31', '2039-12-31'],
    ['1985-01-01', '2040-01-01'],
    ['1976-02-29', '2026-09-29'], // 50 in February 2026, the 14th month: 7 months
  ],
}

describe.each(Object.entries(retirements))('retirement of %s', (rule, rows) => {
  test.each(rows)('born on %s: %s', (born, retires) => expect(retirementDay(born, rule as RetirementRule)).toBe(retires))
})

/** Men of 1965-05-01 retire on 2025-07-01; women of that day at 50 on 2015-05-01, at 55 on 2020-05-01: both before the decision. */
test.each<[birth: string, Sex | undefined, Day, string]>([
  ['1965-05-01', 'male', '2025-06-30', 'yes'],
  ['1965-05-01', 'male', '2025-07-01', 'unknown'], // a later retirement may have been agreed, three years at most
  ['1965-05-01', 'male', '2028-06-30', 'unknown'],
  ['1965-05-01', 'male', '2028-07-01', 'no'],
  ['1965-05-01', 'female', '2015-04-30', 'yes'],
  ['1965-05-01', 'female', '2015-05-01', 'unknown'],
  ['1965-05-01', 'female', '2023-04-30', 'unknown'],
  ['1965-05-01', 'female', '2023-05-01', 'no'],
  // Whoever does not say: before the first day of a woman, and three years after that of a man.
  ['1965-05-01', undefined, '2015-04-30', 'yes'],
  ['1965-05-01', undefined, '2015-05-01', 'unknown'],
  ['1965-05-01', undefined, '2028-06-30', 'unknown'],
  ['1965-05-01', undefined, '2028-07-01', 'no'],
  // Women of 1975 at most 50: their earlier day is 2025-02-01, their later one 2030-01-01 and twelve months after it.
  ['1975-01-01', 'female', '2025-01-31', 'yes'],
  ['1975-01-01', 'female', '2025-02-01', 'unknown'],
  // 55 on 2030-01-01, the 61st month: 16 months, 2031-05-01; three years later it is over.
  ['1975-01-01', 'female', '2034-04-30', 'unknown'],
  ['1975-01-01', 'female', '2034-05-01', 'no'],
  // Of an age only: both ends of the range say the same, or nobody knows.
  ['1965-05-01/1966-04-30', 'male', '2025-06-30', 'yes'],
  ['1965-05-01/1966-04-30', 'male', '2025-07-01', 'unknown'],
  ['1965-05-01/1965-05-02', 'male', '2028-07-01', 'unknown'],
  ['1965-05-01/1965-05-02', 'male', '2028-07-02', 'no'],
])('born on %s, %s, on %s: below retirement age is %s', (birth, sex, day, truth) => expect(beforeRetirement(birth, sex, day)).toBe(truth))

/** The term begins on 1 September; ages count on the day before it. @source fact base, section C */
test.each([
  ['2026-12-31', '2027-08-31'],
  ['2027-01-01', '2027-08-31'],
  ['2027-08-30', '2027-08-31'],
  ['2027-08-31', '2027-08-31'],
  ['2027-09-01', '2027-08-31'], // the day the term begins still counts for it
  ['2027-09-02', '2028-08-31'],
  ['2028-02-29', '2028-08-31'],
])('the cut-off of the next term seen on %s is %s', (day, cutOff) => expect(schoolStart(day)).toBe(cutOff))

/** Compulsory Education Law, article 11: a child who has completed six years starts school. A birthday on the cut-off day is reached. */
test.each([
  ['2021-08-30', '2027-03-01', 'yes'],
  ['2021-08-31', '2027-03-01', 'yes'],
  ['2021-09-01', '2027-03-01', 'no'],
  ['2021-08-31', '2027-09-01', 'yes'],
  ['2021-09-01', '2027-09-01', 'no'],
  ['2021-09-01', '2027-09-02', 'yes'], // for the term after that
  ['2021-08-31/2021-09-01', '2027-03-01', 'unknown'],
  ['2021-08-30/2021-08-31', '2027-03-01', 'yes'],
  ['2021-09-01/2021-09-02', '2027-03-01', 'no'],
])('a child born on %s, asked on %s, is six at the cut-off: %s', (birth, asked, truth) =>
  expect(aged(birth, 6, schoolStart(asked))).toBe(truth),
)

/** Years of birth around centuries: 1800, 1900 and 2100 are no leap years, 2000 is one. */
const ages = Array.from({ length: 121 }, (_, age) => age)
const isLeap = (year: number) => [year % 4 === 0, year % 100 === 0, year % 400 === 0].filter(Boolean).length % 2 === 1

describe('at every age from 0 to 120', () => {
  test('of 29 February the birthday of a common year is 1 March: on 28 February the year is not completed', () => {
    for (const age of ages) {
      const year = 2000 + age
      const birthday = isLeap(year) ? `${year}-02-29` : `${year}-03-01`
      for (const [day, completed] of [
        [addDays(birthday, -1), age - 1] as const,
        [birthday, age] as const,
        [`${year}-12-31`, age] as const,
      ]) {
        expect([day, ageOn('2000-02-29', day)]).toEqual([day, completed])
        expect([day, aged('2000-02-29', age, day)]).toEqual([day, completed === age ? 'yes' : 'no'])
      }
    }
  })

  test('of 28 February it is 28 February, of 1 March it is 1 March', () => {
    for (const age of ages)
      for (const date of ['02-28', '03-01']) {
        const birthday = `${1999 + age}-${date}`
        const born = `1999-${date}`
        expect([ageOn(born, birthday), ageOn(born, addDays(birthday, -1))]).toEqual([age, age - 1])
        expect([aged(born, age, birthday), aged(born, age, addDays(birthday, -1))]).toEqual(['yes', 'no'])
      }
  })

  test.each([
    ['2028-02-28', (year: number) => [`${year - 1}-03-01`, `${year}-02-28`]],
    ['2028-03-01', (year: number) => [`${year - 1}-03-02`, `${year}-03-01`]],
    ['2027-02-28', (year: number) => [isLeap(year - 1) ? `${year - 1}-02-29` : `${year - 1}-03-01`, `${year}-02-28`]],
    ['2027-03-01', (year: number) => [`${year - 1}-03-02`, `${year}-03-01`]],
  ] as const)('whoever tells it on %s was born in a year that ends on that date', (day, range) => {
    for (const age of ages) {
      const [from, to] = range(Number(day.slice(0, 4)) - age)
      // 29 February lies after the 28th.
      const first = day === '2028-02-28' && isLeap(Number(String(from).slice(0, 4))) ? `${String(from).slice(0, 4)}-02-29` : from
      expect([age, bornForAge(age, day)]).toEqual([age, `${first}/${to}`])
      expect(ageOn(String(first), day)).toBe(age)
      expect(ageOn(addDays(String(first), -1), day)).toBe(age + 1)
      expect(ageOn(String(to), day)).toBe(age)
      expect(ageOn(addDays(String(to), 1), day)).toBe(age - 1)
    }
  })

  test('told on 29 February it ends on 29 February of a leap year, on 28 February of another', () => {
    for (const age of ages) {
      const year = 2028 - age
      const to = `${year}-02-${isLeap(year) ? '29' : '28'}`
      expect([age, bornForAge(age, '2028-02-29')]).toEqual([age, `${year - 1}-03-01/${to}`])
    }
  })
})
