// What is said and marked on a page of a shared session.
import { all } from '../shared/elements.ts'

export function show(what: string, on: boolean): void {
  for (const one of all(`[data-say="${what}"]`)) if (one.hidden === on) one.hidden = !on
}

export function mark(name: string, part: Element | null | undefined): void {
  for (const one of all(`.${name}`)) if (one !== part) one.classList.remove(name)
  if (!part || part.classList.contains(name)) return
  part.classList.add(name)
  part.scrollIntoView({ block: 'center' })
}

/** The texts of one element in another, as they stand: in the languages shown. */
export function copyText(from: Element | null | undefined, to: Element): void {
  if (from && to.textContent !== from.textContent) to.replaceChildren(...[...from.childNodes].map((one) => one.cloneNode(true)))
}

/** Names the field the resident points at, in the languages shown at the field. */
export function nameField(part: Element | null | undefined): void {
  const label = document.querySelector('[data-label]')
  if (label) copyText(part?.querySelector('legend, label > span'), label)
}
