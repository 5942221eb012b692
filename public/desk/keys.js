// Keys for the desk; everything works without them. They can be turned off in the list that `?` shows.
const dialog = document.getElementById('keys')
const on = document.getElementById('keys-on')
const rows = [...document.querySelectorAll('[data-row]')]

try {
  on.checked = localStorage.getItem('keys') !== 'off'
  on.addEventListener('change', () => localStorage.setItem('keys', on.checked ? 'on' : 'off'))
} catch {
  // Without storage the choice holds for this page.
}

for (const button of document.querySelectorAll('[data-keys]')) {
  button.hidden = false
  button.addEventListener('click', () => dialog.showModal())
}

const rowNow = () => rows.findIndex((row) => row.contains(document.activeElement))
const goTo = (index) => rows[Math.min(Math.max(index, 0), rows.length - 1)]?.querySelector('[data-open]')?.focus()

const does = {
  '?': () => dialog.showModal(),
  j: () => goTo(rowNow() + 1),
  k: () => goTo(rowNow() - 1),
  o: () => rows[rowNow()]?.querySelector('[data-open]')?.click(),
}

// A hand scanner types faster than anybody: what is pressed in the middle of it presses nothing.
const scanner = 60
let pressing
document.addEventListener('keydown', (event) => {
  clearTimeout(pressing)
  const { target, key } = event
  if (!on?.checked || document.querySelector('dialog[open]') || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
  if (target.closest('input:not([type="radio"]), select, textarea')) return
  const own =
    rows[rowNow()]?.querySelector(`[data-row-key="${CSS.escape(key)}"]`) ?? document.querySelector(`[data-key="${CSS.escape(key)}"]`)
  if (!does[key] && !own) return
  event.preventDefault()
  if (does[key]) does[key]()
  else if (own.matches('input, textarea')) own.focus()
  else pressing = setTimeout(() => own.click(), scanner)
})
