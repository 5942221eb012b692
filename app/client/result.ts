// A line of the result opens in place what its page says: one stays where one was. Without script, or without signal, the link leads there.
import { all } from './shared/elements.ts'

for (const link of all<HTMLAnchorElement>('.lines a')) {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const row = link.closest('li')
    if (!row) return
    event.preventDefault()
    const isOpen = link.getAttribute('aria-expanded') === 'true'
    close(row)
    if (!isOpen) void open(row, link)
  })
}

/** Of the people of a row one is open at a time. */
function close(row: HTMLElement): void {
  row.querySelector(':scope > .in-place')?.remove()
  for (const link of all('a[aria-expanded]', row)) link.removeAttribute('aria-expanded')
}

async function open(row: HTMLElement, link: HTMLAnchorElement): Promise<void> {
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
    part.focus({ preventScroll: true })
  } catch {
    location.assign(link.href)
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
