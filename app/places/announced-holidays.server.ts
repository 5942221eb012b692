import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Day, isDay, weekdayOf, yearOf } from '#app/domain/day.ts'
import { type Announced, lastYearOf, lastYearOfTable } from './calendar.ts'
import { statutoryHolidays } from './statutory-holidays.ts'

const fileName = 'holidays.json'
const day = z.string().refine(isDay, 'a day is written 2027-10-01')
const year = z.strictObject({ off: z.array(day), work: z.array(day) })
const file = z.record(z.string().regex(/^20\d\d$/, 'a year is written 2027'), year)

/** Reads `holidays.json` of a data folder; nothing where there is none. @throws one sentence that says what is wrong in it */
export function readAnnounced(dataDir: string): Announced {
  const path = join(dataDir, fileName)
  if (!existsSync(path)) return {}
  const parsed = file.safeParse(jsonIn(path))
  if (!parsed.success) throw wrong(parsed.error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; '))
  const fault = faultIn(parsed.data)
  if (fault) throw wrong(fault)
  return parsed.data
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw wrong('it is no JSON')
  }
}

const wrong = (what: string) =>
  new Error(`${fileName}: ${what}. It holds, by year, the days off and the worked days of weekends as the State Council announces them.`)

/** What cannot be an announcement: the first fault, in words. */
export function faultIn(years: Announced): string | undefined {
  for (const [name, { off, work }] of Object.entries(years)) {
    const outside = [...off, ...work].find((one) => !belongsTo(Number(name), one))
    if (outside) return `${name}: ${outside} is not of this year`
    const missing = statutoryHolidays(Number(name)).find((one) => !off.includes(one))
    if (missing) return `${name}: ${missing} is a holiday by law and stands not among the days off`
    const both = work.find((one) => off.includes(one))
    if (both) return `${name}: ${both} is both off and worked`
    const plain = work.find((one) => weekdayOf(one) < 6)
    if (plain) return `${name}: ${plain} is no day of a weekend and worked anyway`
  }
  const last = lastYearOf(years)
  const apart = Object.keys(years).find((name) => Number(name) > last)
  return apart && `${apart}: ${last + 1} is missing before it (the table built in ends with ${lastYearOfTable})`
}

/** An announcement may name days of the December before. */
const belongsTo = (of: number, one: Day) => yearOf(one) === of || one.startsWith(`${of - 1}-12`)
