// Improves forms; everything works without it.
import { all } from './shared/elements.ts'

document.getElementById('errors')?.focus()

for (const button of all('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

// A page that is left clears PINs and passwords, whoever returns to it.
window.addEventListener('pagehide', () => {
  for (const secret of all<HTMLInputElement>('input[type="password"]')) secret.value = ''
})

// One tap, one post: a second tap on a slow line sends nothing. A form that answers with a file leaves the page as it is, and may be sent again.
for (const form of all('form[method="post"]:not([data-again])')) {
  let sent = false
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault()
    sent = true
  })
  window.addEventListener('pageshow', () => {
    sent = false
  })
}

// "Not sure" and "none" exclude the other choices: choosing one clears the others, and the other way round.
for (const set of all('[data-alone]')) {
  const alone = (set.dataset.alone ?? '').split(' ')
  set.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox' || !target.checked) return
    for (const box of all<HTMLInputElement>('input[type="checkbox"]', set))
      if (box !== target && (alone.includes(target.value) || alone.includes(box.value))) box.checked = false
  })
}

// The code of a slip is in the fragment of its address: it is put into its field and removed from the address.
const code = document.getElementById('code')
if (code instanceof HTMLInputElement && !code.value && /^#[\w-]{10,11}$/.test(location.hash)) {
  code.value = location.hash.slice(1)
  history.replaceState(null, '', location.pathname + location.search)
}
