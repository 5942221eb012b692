import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// Calendar arithmetic stands in `domain/day.ts`, whose properties are tested: everybody else asks it.

const calendar = 'app/domain/day.ts'
const arithmetic =
  /86_?400_?000|864e5|8 \* 3_?600_?000|\+08:00|\.setU?T?C?(?:Date|Month|FullYear)\(|\.getU?T?C?(?:Date|Day|Month|FullYear)\(/

/** Files that reckon days themselves. */
function reckoning(sources: Readonly<Record<string, string>>): string[] {
  return Object.entries(sources).flatMap(([file, source]) => (file !== calendar && arithmetic.test(source) ? [file] : []))
}

const sources = Object.fromEntries(
  ['app', 'db'].flatMap((folder) =>
    readdirSync(folder, { recursive: true }).flatMap((name) => {
      const file = join(folder, String(name)).replaceAll('\\', '/')
      return /(?<!\.test)\.tsx?$/.test(file) ? [[file, readFileSync(file, 'utf8')] as const] : []
    }),
  ),
)

test('days are reckoned in one place', () => expect(reckoning(sources)).toEqual([]))

test.each(['now.getTime() + 30 * 86_400_000', 'day.setDate(day.getDate() + 1)', 'at.getUTCDay()', 'new Date(day + "T00:00:00+08:00")'])(
  '%s elsewhere is found',
  (source) => {
    expect(arithmetic.test(sources[calendar] ?? '')).toBe(true)
    expect(reckoning({ [calendar]: source, 'app/features/any.ts': source })).toEqual(['app/features/any.ts'])
  },
)
