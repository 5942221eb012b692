import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checked, forms, noPage, onTheWay, reading } from '#tests/support/axe-pages.ts'
import { seldomPages } from '#tests/support/flow-pages.ts'

// Axe looks at every page a resident can come to; the pages of the desk have a list of their own.

const routes = readdirSync('app/routes')
  .filter((name) => name.endsWith('.tsx') && !name.includes('.desk.'))
  .map((name) => name.replace(/\.tsx$/, ''))

/** The addresses of the lists, without what follows a question mark. */
const listed = [...reading, ...forms, ...checked, ...seldomPages().map(({ path }) => path)].map((path) => `/zh${path.split('?')[0]}`)

/** What an address of a route looks like. */
const formOf = (route: string) =>
  new RegExp(
    `^/${route
      .split('.')
      .filter((part) => part !== '_index')
      .map((part) => (part === '$mode' ? 'zh' : part.startsWith('$') ? '[^/]+' : part))
      .join('/')}$`,
  )

/** The route of an address: of several that fit, the one with the fewest parts that stand for anything. */
function routeOf(path: string): string | undefined {
  const openParts = (route: string) => route.split('.').filter((part) => part.startsWith('$') && part !== '$mode').length
  return routes.filter((route) => formOf(route).test(path)).sort((one, other) => openParts(one) - openParts(other))[0] ?? '$'
}

const seen = new Set([...listed.map(routeOf), ...Object.keys(onTheWay), ...Object.keys(noPage)])
const unseen = (all: readonly string[]) => all.filter((route) => !seen.has(route))

test('axe looks at every page of residents, or it is said why it has none', () => {
  expect(unseen(routes)).toEqual([])
  expect(unseen([...routes, '$mode.tax'])).toEqual(['$mode.tax'])
})

test('no list names a page there is not', () =>
  expect([...Object.keys(onTheWay), ...Object.keys(noPage)].filter((route) => !routes.includes(route))).toEqual([]))

test.each(Object.entries(onTheWay))('%s is looked at on the way', (_, { spec, says }) => {
  const source = readFileSync(`tests/e2e/${spec}.spec.ts`, 'utf8')
  expect(source).toContain('axeFindings(')
  expect(source).toContain(says)
})
