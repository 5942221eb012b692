// Covers a page without activity, as the server locks the screen; the password unlocks it with what was typed,
// or single sign-on, in a second window.
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

/** Checked before anything counts as activity: a computer that slept may show a page that should be covered. */
function look(): void {
  if (Date.now() - last > longest) cover()
}
setInterval(look, 5000)
dialog.addEventListener('cancel', (event) => event.preventDefault())
dialog.addEventListener('close', () => document.documentElement.classList.contains('is-locked') && cover())

// Windows of one browser are one screen: activity in one counts for all.
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
  // Anyone signed out, someone else, or locked out sees it there.
  else if (!answer?.ok || /\/sign-in$/.test(new URL(answer.url).pathname))
    location.assign(the<HTMLAnchorElement>('[data-away]', dialog).href)
  else uncover()
}
for (const form of all<HTMLFormElement>('form', dialog))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    open(form)
  })
