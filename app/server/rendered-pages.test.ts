import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renderedOn, untilChange } from './rendered-pages.ts'
import type { StaticFile } from './static-files.ts'

const [style, page] = [{} as StaticFile, {} as StaticFile]
const cached = (change: string | undefined, now: string) => {
  const files = untilChange(new Map([['/site.css', style]]), new Map([['/zh', page]]), change, () => Date.parse(now))
  return [files.get('/site.css') === style, files.get('/zh') === page]
}

test('static pages are served from memory until the day other rules come into force, styles longer', () => {
  expect(cached(undefined, '2099-01-01T00:00:00+08:00')).toEqual([true, true])
  expect(cached('2027-01-01', '2026-12-31T23:59:59+08:00')).toEqual([true, true])
  expect(cached('2027-01-01', '2027-01-01T00:00:00+08:00')).toEqual([true, false])
})

test('a build without its day counts as the oldest', () => expect(renderedOn(mkdtempSync(join(tmpdir(), 'settle-')))).toBe('0001-01-01'))
