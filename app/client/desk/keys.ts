// Keys for the desk; everything works without them. They can be turned off in the list that `?` shows.
import { all, the } from '../shared/elements.ts'

const dialog = the<HTMLDialogElement>('#keys')
const on = the<HTMLInputElement>('#keys-on')
const rows = all('[data-row]')

try {
  on.checked = localStorage.getItem('keys') !== 'off'
  on.addEventListener('change', () => localStorage.setItem('keys', on.checked ? 'on' : 'off'))
} catch {
  // Without storage the choice holds for this page.
}

for (const button of all('[data-keys]')) {
  button.hidden = false
  button.addEventListener('click', () => dialog.showModal())
}

const rowNow = () => rows.findIndex((row) => row.contains(document.activeElement))
const linkOf = (index: number) => rows[index]?.querySelector<HTMLElement>('[data-open]')
const goTo = (index: number) => linkOf(Math.min(Math.max(index, 0), rows.length - 1))?.focus()

const does: Readonly<Record<string, () => void>> = {
  '?': () => dialog.showModal(),
  j: () => goTo(rowNow() + 1),
  k: () => goTo(rowNow() - 1),
  o: () => linkOf(rowNow())?.click(),
}

// A hand scanner types faster than anybody: what is pressed in the middle of it presses nothing.
const scanner = 60
let pressing: number | undefined
document.addEventListener('keydown', (event) => {
  window.clearTimeout(pressing)
  const { target, key } = event
  if (!on.checked || document.querySelector('dialog[open]') || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
  if ((target as Element).closest('input:not([type="radio"]), select, textarea')) return
  const own =
    rows[rowNow()]?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(key)}"]`) ??
    document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
  if (!does[key] && !own) return
  event.preventDefault()
  if (does[key]) does[key]()
  else if (own?.matches('input, textarea')) own.focus()
  else pressing = window.setTimeout(() => own?.click(), scanner)
})
