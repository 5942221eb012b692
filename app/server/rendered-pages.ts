import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beginningOf, type Day, isDay } from '#app/domain/day.ts'
import type { StaticFiles } from './static-files.ts'

/** The day the static pages of `root`/build were rendered as of; the earliest day where the build does not say. */
export function renderedOn(root: string): Day {
  const file = join(root, 'build/rendered-on.txt')
  const day = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  return isDay(day) ? day : '0001-01-01'
}

/**
 * Files by URL path, and static pages until the day on which other rules come into force (undefined: none is known). From then on
 * they are rendered at each request, until they are built again; so is one that says more today than it was built with (`saysMore`).
 */
export function untilChange(
  files: StaticFiles,
  pages: StaticFiles,
  change: Day | undefined,
  now = Date.now,
  saysMore: (path: string) => boolean = () => false,
): Pick<StaticFiles, 'get'> {
  const end = change === undefined ? Number.POSITIVE_INFINITY : beginningOf(change).getTime()
  const all: StaticFiles = new Map([...files, ...pages])
  const isBuilt = (path: string) => (end === Number.POSITIVE_INFINITY || now() < end) && !saysMore(path)
  return { get: (path) => (isBuilt(path) ? all : files).get(path) }
}
