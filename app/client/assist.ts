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

// One tap, one post: a second tap right after it sends nothing. Some seconds later it does: sending may have been stopped by hand, which no page
// is told, and the server does everything once. A form that answers with a file leaves the page as it is, and may be sent again at once.
const secondTap = 3000
for (const form of all('form[method="post"]:not([data-again])')) {
  let sentAt = Number.NEGATIVE_INFINITY
  form.addEventListener('submit', (event) => {
    if (event.timeStamp - sentAt < secondTap) {
      event.preventDefault()
      return
    }
    sentAt = event.timeStamp
    // What another script stopped was not sent.
    setTimeout(() => {
      if (event.defaultPrevented) sentAt = Number.NEGATIVE_INFINITY
    })
  })
  window.addEventListener('pageshow', () => {
    sentAt = Number.NEGATIVE_INFINITY
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

// What is said of a county is not there while another is chosen.
for (const said of all('[data-county]')) {
  const { county } = said.dataset
  const choice = all<HTMLSelectElement>('select').find(({ options }) => [...options].some(({ value }) => value === county))
  const follow = () => {
    said.hidden = choice !== undefined && choice.value !== county
  }
  choice?.addEventListener('change', follow)
  window.addEventListener('pageshow', follow)
}

// The code of a slip is in the fragment of its address: it is put into its field and removed from the address.
const code = document.getElementById('code')
if (code instanceof HTMLInputElement && !code.value && /^#[\w-]{10,11}$/.test(location.hash)) {
  code.value = location.hash.slice(1)
  history.replaceState(null, '', location.pathname + location.search)
}
