import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const files = readdirSync('docs/decisions').filter((name) => /^\d{4}-/.test(name))
const contents = readFileSync('docs/decisions/README.md', 'utf8')

/** The longest a decision may be, in words: a page. */
const page = 560

/** What a decision lacks of its parts, or has too much of; `list` is the table of contents. */
function faultsOf(file: string, text: string, list: string): string[] {
  const [first = ''] = text.split('\n')
  const number = file.slice(0, 4)
  const title = first.replace(`# ${number} · `, '')
  return [
    ...(first.startsWith(`# ${number} · `) ? [] : ['its number']),
    ...(list.includes(`| [${number}](${file}) | ${title} |`) ? [] : ['its line in the README']),
    ...['Decided', 'Why', 'Costs', 'Decide again'].filter((part) => !new RegExp(`^\\*\\*${part}\\b`, 'm').test(text)),
    ...(text.split(/\s+/).length > page ? ['brevity'] : []),
  ]
}

test.each(files)('%s has its number, every part and a page', (file) =>
  expect(faultsOf(file, readFileSync(`docs/decisions/${file}`, 'utf8'), contents)).toEqual([]),
)

test('a decision that lacks parts is found', () => {
  const whole = '# 0099 · A\n\n**Decided.** B\n\n**Why.** C\n\n**Costs.** D\n\n**Decide again** if E.'
  const list = '| [0099](0099-a.md) | A |'
  expect(faultsOf('0099-a.md', whole, list)).toEqual([])
  expect(faultsOf('0099-a.md', '# A\n\n**Decision.** B', '')).toEqual([
    'its number',
    'its line in the README',
    'Decided',
    'Why',
    'Costs',
    'Decide again',
  ])
  expect(faultsOf('0099-a.md', whole + ' f'.repeat(page), list)).toEqual(['brevity'])
})
