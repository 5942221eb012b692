// Shortcuts of the desk, all with Alt: no hand scanner and no dictation presses it. Everything works without them, and the list of
// shortcuts turns them off.
import { all } from '../shared/elements.ts'
import { keepScansSafe } from './hand-scanner.ts'

const dialog = document.querySelector<HTMLDialogElement>('#keys')
const on = document.querySelector<HTMLInputElement>('#keys-on')
const rows = all('[data-row]')

try {
  if (on) on.checked = localStorage.getItem('keys') !== 'off'
  on?.addEventListener('change', () => localStorage.setItem('keys', on.checked ? 'on' : 'off'))
} catch {
  // Without storage the choice holds for this page.
}

for (const button of all('[data-keys]')) {
  button.hidden = false
  button.addEventListener('click', () => dialog?.showModal())
}

const rowNow = () => rows.findIndex((row) => row.contains(document.activeElement))
const linkOf = (index: number) => rows[index]?.querySelector<HTMLElement>('[data-open]')
const goTo = (index: number) => linkOf(Math.min(Math.max(index, 0), rows.length - 1))?.focus()

const does: Readonly<Record<string, () => void>> = {
  help: () => dialog?.showModal(),
  next: () => goTo(rowNow() + 1),
  previous: () => goTo(rowNow() - 1),
  open: () => linkOf(rowNow())?.click(),
}

/** The action of each shortcut on this page, by its letter, as in the list. */
const listed = new Map(dialog ? all('[data-does]', dialog).map((key) => [key.textContent ?? '', key.dataset.does ?? '']) : [])

/** The letter of a key: in other scripts, and with Option on a Mac, by its place on the keyboard. */
function letterOf({ key, code }: KeyboardEvent): string {
  return (/^[a-z]$/i.exec(key)?.[0] ?? /^Key([A-Z])$/.exec(code)?.[1] ?? '').toUpperCase()
}

document.addEventListener('keydown', (event) => {
  const { target, altKey, ctrlKey, metaKey } = event
  if (!on?.checked || document.querySelector('dialog[open]') || !altKey || ctrlKey || metaKey) return
  if ((target as Element).closest('input:not([type="radio"]):not([type="checkbox"]), select, textarea')) return
  const name = listed.get(letterOf(event))
  if (name === undefined) return
  event.preventDefault()
  const own =
    rows[rowNow()]?.querySelector<HTMLElement>(`[data-row-key="${name}"]`) ?? document.querySelector<HTMLElement>(`[data-key="${name}"]`)
  if (does[name]) does[name]()
  else if (own?.matches('input, textarea')) own.focus()
  else if (!event.repeat) own?.click()
})

keepScansSafe(() => on?.checked ?? true)
