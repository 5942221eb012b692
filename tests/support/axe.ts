import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'

// The short form: the whole is 1.3 MB to read for the browser at every look.
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe finds wrong on a page as it stands, contrast of 7:1 asked for as well: one line a rule, with the first 120
 * characters of each place; `only` names the rules to look at where not all are meant. It runs in the page itself: the
 * builder of @axe-core/playwright opens another page each time to join frames, of which this site has none, and takes
 * five to eight times as long, which was the half of all browser tests.
 */
export async function axeFindings(page: Page, only?: readonly string[]): Promise<string[]> {
  await page.evaluate(source)
  return page.evaluate(
    async (rules) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
        resultTypes: ['violations'],
        // Whatever fails 4.5:1 fails 7:1: the same rule is not gone over twice, which is the half of what axe takes.
        rules: { 'color-contrast-enhanced': { enabled: true }, 'color-contrast': { enabled: false } },
        ...(rules ? { runOnly: rules } : {}),
      })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
    },
    only ? [...only] : undefined,
  )
}
