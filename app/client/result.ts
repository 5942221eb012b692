// A line of the result opens in place what its page says: one stays where one was. Without script, or without signal, the link leads there.
import { all } from './shared/elements.ts'

/** What an entry of the history knows: how many lines were opened before it, and which are open, by their addresses. */
type Opened = { readonly depth: number; readonly lines: readonly string[] }
const opened = (): Opened => ((history.state as Opened | null)?.lines ? (history.state as Opened) : { depth: 0, lines: [] })
const links = all<HTMLAnchorElement>('.lines a')
let now = opened()

for (const link of links) {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const row = link.closest('li')
    if (!row) return
    event.preventDefault()
    const isOpen = link.getAttribute('aria-expanded') === 'true'
    const isInstead = close(row)
    if (isOpen) noted({ ...now, lines: now.lines.filter((line) => line !== link.href) })
    else void open(row, link, isInstead)
  })
}

// Back closes the line opened last; an entry of which nothing is open any more is passed over.
window.addEventListener('popstate', () => {
  const before = now
  now = opened()
  const gone = links.filter((link) => link.hasAttribute('aria-expanded') && !now.lines.includes(link.href))
  for (const link of gone) close(link.closest('li') as HTMLElement)
  if (gone.length === 0 && now.depth < before.depth) history.back()
})

// Whoever comes back from elsewhere finds open what was.
for (const link of links) {
  const row = now.lines.includes(link.href) && link.closest('li')
  if (row) void open(row, link, true, true)
}

function noted(next: Opened, isNew = false): void {
  now = next
  if (isNew) history.pushState(next, '')
  else history.replaceState(next, '')
}

/** Of the people of a row one is open at a time. Was one? */
function close(row: HTMLElement): boolean {
  const part = row.querySelector(':scope > .in-place')
  part?.remove()
  for (const link of all('a[aria-expanded]', row)) link.removeAttribute('aria-expanded')
  return part !== null
}

/** `isInstead`: something else was open in the row; `isAgain`: it was open when the page was left. */
async function open(row: HTMLElement, link: HTMLAnchorElement, isInstead: boolean, isAgain = false): Promise<void> {
  link.setAttribute('aria-expanded', 'true')
  try {
    const answer = await fetch(link.href)
    // Another answer than the page meant, such as a question that came open meanwhile, is a page of its own.
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status))
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main')
    if (!page) throw new Error('No main')
    if (link.getAttribute('aria-expanded') !== 'true') return
    const part = document.createElement('div')
    part.className = 'in-place'
    part.tabIndex = -1
    part.append(...page.childNodes)
    lower(part)
    row.append(part)
    if (isAgain) return
    const others = all<HTMLAnchorElement>('.lines a[aria-expanded]').map(({ href }) => href)
    const isStacked = !isInstead || now.depth === 0
    noted({ depth: now.depth + (isStacked ? 1 : 0), lines: others }, isStacked)
    part.focus({ preventScroll: true })
  } catch {
    if (isAgain) link.removeAttribute('aria-expanded')
    else location.assign(link.href)
  }
}

/** Headings stand below those of the result, ids are the page's own, and who it is about stands in the line already. */
function lower(part: HTMLElement): void {
  part.querySelector('h1')?.remove()
  for (const one of all('[id]', part)) one.removeAttribute('id')
  for (const heading of all('h2, h3, h4', part)) {
    const lowered = document.createElement(`h${Number(heading.tagName.slice(1)) + 1}`)
    for (const { name, value } of [...heading.attributes]) lowered.setAttribute(name, value)
    lowered.append(...heading.childNodes)
    heading.replaceWith(lowered)
  }
}
