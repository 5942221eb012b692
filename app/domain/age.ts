import { addMonths, addYears, type BirthDate, bornBetween, type Day, monthsSince2025 } from './day.ts'
import type { Truth } from './truth.ts'

/** The day an age is counted on: today, or the cut-off of the coming school year. */
export type AgeOn = 'today' | 'school-start'

/**
 * The cut-off day of the next autumn term: 31 August of the year whose term begins (1 September)
 * on the day or after it. A birthday on the day counts as reached.
 * @source Compulsory Education Law, article 11 (six full years); 31 August is common practice, the locality may set another day.
 */
export function schoolStart(day: Day): Day {
  const year = day.slice(0, 4)
  return day <= `${year}-09-01` ? `${year}-08-31` : `${addYears(day, 1).slice(0, 4)}-08-31`
}

/** Has a person completed `years` on `day`? `unknown` where the birth date is a range across it. */
export function aged(birth: BirthDate, years: number, day: Day): Truth {
  return agreed(birth, (born) => (addYears(born, years) <= day ? 'yes' : 'no'))
}

/** Sex as the retirement rules know it. */
export const sexes = ['male', 'female'] as const
/** One of them; undefined: not known. */
export type Sex = (typeof sexes)[number]

/**
 * Is a person below retirement age? Men: before the day `yes`, less than three years after it `unknown`
 * (a later retirement may have been agreed), then `no`. Women: before the earlier of their two days `yes`,
 * three years after the later one `no`, in between `unknown` (it depends on the post).
 * @source decision on gradually raising the statutory retirement age, 2024-09-13.
 */
export function beforeRetirement(birth: BirthDate, sex: Sex | undefined, day: Day): Truth {
  if (sex === 'male') return agreed(birth, (born) => between(born, 'male-60', 'male-60', day))
  if (sex === 'female') return agreed(birth, (born) => between(born, 'female-50', 'female-55', day))
  return agreed(birth, (born) => between(born, 'female-50', 'male-60', day))
}

/** Whose rule a retirement day follows; for women the post decides between 50 and 55. */
export type RetirementRule = 'male-60' | 'female-55' | 'female-50'

const rules = {
  'male-60': { years: 60, monthsPerDelay: 4, most: 36 },
  'female-55': { years: 55, monthsPerDelay: 4, most: 36 },
  'female-50': { years: 50, monthsPerDelay: 2, most: 60 },
}

/**
 * The statutory retirement day of a person born on `born`.
 * @source decision of 2024-09-13: from January 2025 one month later for every four months
 * (women of 50: every two), at most 36 (60) months.
 */
export function retirementDay(born: Day, rule: RetirementRule): Day {
  const { years, monthsPerDelay, most } = rules[rule]
  const original = addYears(born, years)
  if (original <= '2024-12-31') return original
  return addMonths(original, Math.min(Math.ceil(monthsSince2025(original) / monthsPerDelay), most))
}

function between(born: Day, first: RetirementRule, last: RetirementRule, day: Day): Truth {
  if (day < retirementDay(born, first)) return 'yes'
  return day >= addYears(retirementDay(born, last), 3) ? 'no' : 'unknown'
}

/** The truth at both ends of the range where they agree, else `unknown`: every rule here is monotonic in age. */
function agreed(birth: BirthDate, judge: (born: Day) => Truth): Truth {
  const [from, to] = bornBetween(birth)
  const eldest = judge(from)
  return from === to || judge(to) === eldest ? eldest : 'unknown'
}
