// A page that stands open while nobody is there is covered, as the server locks the screen; the password opens it with what was typed,
// or the account of one's unit, on a page beside it.
import { all, the } from './shared/elements.ts'

const dialog = the<HTMLDialogElement>('#lock')
const longest = Number(dialog.dataset.minutes) * 60_000
let last = Date.now()

function cover(): void {
  if (!dialog.open) dialog.showModal()
  document.documentElement.classList.add('is-locked')
}

function uncover(): void {
  document.documentElement.classList.remove('is-locked')
  last = Date.now()
  dialog.close()
}

/** Looked at before anything counts as done: a computer that slept comes back to a page nobody looked at since. */
function look(): void {
  if (Date.now() - last > longest) cover()
}
setInterval(look, 5000)
dialog.addEventListener('cancel', (event) => event.preventDefault())
dialog.addEventListener('close', () => document.documentElement.classList.contains('is-locked') && cover())

// Windows of one browser are one screen: doing something in one is doing something in all.
const others = 'BroadcastChannel' in window ? new BroadcastChannel('desk') : undefined
others?.addEventListener('message', () => {
  look()
  last = Date.now()
})
function didSomething(): void {
  look()
  if (!dialog.open && Date.now() - last > 5000) others?.postMessage('here')
  last = Date.now()
}
for (const type of ['keydown', 'pointerdown', 'pointermove', 'wheel', 'input'])
  document.addEventListener(type, didSomething, { passive: true, capture: true })

async function open(form: HTMLFormElement): Promise<void> {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
  const wrong = the('[role="alert"]', form)
  form.reset()
  const answer = await fetch(dialog.dataset.unlock ?? '', { method: 'POST', body: new URLSearchParams(fields) }).catch(() => undefined)
  wrong.hidden = answer?.status !== 422
  if (answer?.status === 422) the('a[target], input:not([type="hidden"])', form).focus()
  // Whoever is not signed in any more, is somebody else, or tried too often, learns so there.
  else if (!answer?.ok || /\/sign-in$/.test(new URL(answer.url).pathname))
    location.assign(the<HTMLAnchorElement>('[data-away]', dialog).href)
  else uncover()
}
for (const form of all<HTMLFormElement>('form', dialog))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    open(form)
  })
