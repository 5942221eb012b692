// The page of a case: judging in place, keys pressed alone, and the seconds in which an approval can be taken back. Without it the same forms
// are sent and the same links lead.
import { all } from '../shared/elements.ts'
import { goOn, leave, onceShown, openInPlace, sameForm, sendInPlace } from './in-place.ts'
import { listenForKeys } from './plain-keys.ts'

const one = (selector: string) => document.querySelector<HTMLElement>(selector)
const items = () => all('[data-item]')
const isOpen = (item: HTMLElement) => item.dataset.open !== undefined
const judgeIn = (item: HTMLElement | undefined, truth: string) => item?.querySelector<HTMLElement>(`[data-judge="${truth}"]`)

/** Which of the items one is at: parts are replaced, their number and order stay. */
let at = Math.max(items().findIndex(isOpen), 0)
const current = () => items()[at]

function mark(moves: boolean): void {
  for (const [index, item] of items().entries()) item.classList.toggle('is-current', index === at)
  if (!moves) return
  current()?.focus({ preventScroll: true })
  current()?.scrollIntoView({ block: 'nearest' })
}

/** After something was done in place: to what is wrong, to the next open condition, or to where one was. */
function afterwards(): void {
  const errors = one('#errors')
  const next = items().findIndex((item, index) => index >= at && isOpen(item))
  if (next >= 0) at = next
  mark(!errors)
  errors?.focus()
  const said = one('#in-place')
  if (said) said.textContent = errors ? '' : (said.dataset.said ?? '')
}

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  if (event.defaultPrevented) return
  if (!form.matches('[data-in-place]')) return leave()
  event.preventDefault()
  const [item, button] = [items().findIndex((one) => one.contains(form)), event.submitter as HTMLButtonElement | null]
  onceShown(() => send(form, button, item))
})

/** Sends a form, as it stands on the page that is shown by then: what came before it may have put another in its place, or taken it away. */
function send(pressed: HTMLFormElement, by: HTMLButtonElement | null, item: number): void {
  const [form, button = null] = pressed.isConnected ? [pressed, by] : sameForm(pressed, by, items()[item])
  if (!form) return
  if (item >= 0) at = item
  void sendInPlace(form, button).then((isShown) => {
    if (!isShown) return leave()
    afterwards()
    goOn(!one('#errors'))
  })
}

let shown = location.pathname + location.search
function open(href: string): void {
  shown = location.pathname + location.search
  void openInPlace(href).then((isShown) => {
    if (!isShown) return leave()
    mark(false)
    one('#viewer')?.scrollIntoView({ block: 'nearest' })
    goOn(true)
  })
}

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-picture], .viewer a')
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  history.pushState(null, '', link.href)
  open(link.href)
})
window.addEventListener('popstate', () => {
  if (location.pathname + location.search !== shown) open(location.href)
})

function goTo(index: number): void {
  at = Math.min(Math.max(index, 0), items().length - 1)
  mark(true)
}

function judge(truth: string): void {
  const item = judgeIn(current(), truth) ? at : items().findIndex(isOpen)
  judgeIn(items()[item], truth)?.click()
}

function correct(): void {
  const [link, ask] = [one('[data-key="correct"]') as HTMLAnchorElement | null, current()?.dataset.ask]
  if (!link) return
  const url = new URL(link.href)
  if (ask) url.searchParams.set('ask', ask)
  location.assign(url)
}

/** The next sentence; none is one of them. */
function nextReason(): void {
  const select = one('#approval') as HTMLSelectElement | null
  if (select) select.selectedIndex = (select.selectedIndex + 1) % select.options.length
}

const pictures = ['.viewer [data-key="next-picture"]', '.viewer [data-key="close-picture"]', '.is-current [data-picture]', '[data-picture]']
const dialog = one('#keys') as HTMLDialogElement | null
const does: Readonly<Record<string, () => void>> = {
  'next-item': () => goTo(at + 1),
  'previous-item': () => goTo(at - 1),
  yes: () => judge('yes'),
  no: () => judge('no'),
  original: () => one('[data-original]')?.click(),
  picture: () => pictures.map(one).find(Boolean)?.click(),
  reason: nextReason,
  correct,
  list: () => dialog?.showModal(),
}

const listed = new Map(dialog ? all('[data-plain]', dialog).map((key) => [key.textContent ?? '', key.dataset.plain ?? '']) : [])
const isOn = (target: Element) =>
  (one('#keys-on') as HTMLInputElement | null)?.checked === true &&
  !one('dialog[open]') &&
  !target.closest('input:not([type="radio"]):not([type="checkbox"]), select, textarea')
if (listed.size > 0) {
  listenForKeys(listed, isOn, (name) => onceShown(() => (does[name] ? does[name]() : one(`[data-key="${name}"]`)?.click())))
  mark(false)
}

// The seconds in which an approval can be taken back, from when the page was there: the server counts them too.
const taking = one('#take-back')
if (taking) {
  const [until, bar] = [performance.now() + Number(taking.dataset.left) * 1000, taking.querySelector('progress')]
  const timer = setInterval(() => {
    const left = (until - performance.now()) / 1000
    if (bar) bar.value = Math.max(left, 0)
    if (left > 0) return
    clearInterval(timer)
    taking.remove()
  }, 200)
}
