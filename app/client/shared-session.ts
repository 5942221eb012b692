// Clerk and resident on one form: each sees what the other types. Everything works without it, after a reload.
import type { SharedSession, Writer } from '#app/domain/shared-session.ts'
import { all, the } from './shared/elements.ts'

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const root = the('[data-shared-session]')
const form = document.getElementById('step') as HTMLFormElement | null
const me = root.dataset.sharedSession as Writer
const { place = '', events = '', write = '' } = root.dataset
const typing = form && place.startsWith('apply/step/') ? form : undefined

const isOurs = (name: string) => /^f-/.test(name)
const inputs = (): Input[] => ([...(typing?.elements ?? [])] as Input[]).filter(({ name }) => isOurs(name))
const ofName = (name: string) => inputs().filter((input) => input.name === name)
const isChoice = (input: Input): input is HTMLInputElement => input.type === 'radio' || input.type === 'checkbox'
const given = (name: string) =>
  ofName(name)
    .filter((input) => !isChoice(input) || input.checked)
    .map(({ value }) => value)

/** The visible field of an input. */
function partOf(name: string | null): Element | null | undefined {
  const input = name ? ofName(name)[0] : undefined
  return input?.closest('[data-field]') ?? input?.closest('.form-field')
}

// What is not sent yet. It survives a broken connection, and is sent afterwards.
let waiting = new Map<string, readonly string[]>()
let timer: number | undefined
function say(name: string, values: readonly string[]): void {
  waiting.set(name, values)
  sendIn(120)
}

function sendIn(milliseconds: number): void {
  window.clearTimeout(timer)
  timer = window.setTimeout(send, milliseconds)
}

async function send(): Promise<void> {
  const sending = waiting
  waiting = new Map()
  const body = new URLSearchParams({ as: me, place })
  for (const [name, values] of sending) {
    if (isOurs(name)) body.append('name', name)
    for (const value of values) body.append(name, value)
  }
  try {
    const { status } = await fetch(write, { method: 'POST', body, keepalive: true })
    if (status === 410) location.reload()
    else if (status >= 500 || status === 429) throw new Error()
  } catch {
    waiting = new Map([...sending, ...waiting])
    sendIn(1000)
  }
}

// A field being typed in is not updated until a pause; one that is only focused follows the other screen.
const pause = 1000
let wrote = 0
let composing = false
const isBusy = (input: Input) => input === document.activeElement && (composing || Date.now() - wrote < pause)
const inputNameOf = ({ target }: Event) => (target as Input).name

if (typing) {
  typing.addEventListener('input', (event) => {
    wrote = Date.now()
    const name = inputNameOf(event)
    if (isOurs(name)) say(name, given(name))
  })
  for (const type of ['compositionstart', 'compositionend'])
    typing.addEventListener(type, () => {
      composing = type === 'compositionstart'
    })
  typing.addEventListener('change', (event) => {
    const name = inputNameOf(event)
    // Choosing "none" clears the others: they belong to the same name.
    if (isOurs(name)) setTimeout(() => say(name, given(name)))
  })
  if (me === 'clerk') typing.addEventListener('focusin', (event) => isOurs(inputNameOf(event)) && say('focus', [inputNameOf(event)]))
}
if (me === 'resident' && form) {
  for (const one of all('[data-look], [data-send]')) one.hidden = true
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const button = event.submitter as HTMLButtonElement | null
    if (button?.name === 'pointed' || button?.name === 'confirm') say(button.name, [button.value])
  })
}

function show(what: string, on: boolean): void {
  for (const one of all(`[data-say="${what}"]`)) if (one.hidden === on) one.hidden = !on
}

function mark(name: string, part: Element | null | undefined): void {
  for (const one of all(`.${name}`)) if (one !== part) one.classList.remove(name)
  if (!part || part.classList.contains(name)) return
  part.classList.add(name)
  part.scrollIntoView({ block: 'center' })
}

let first = true
let later: number | undefined
function follow(state: SharedSession): void {
  window.clearTimeout(later)
  show('cut', false)
  if (state.place !== place) {
    if (me === 'resident') location.reload()
    return
  }
  const answered = take(state)
  show('confirmed', state.confirmed.includes(place))
  if (me === 'resident') mark('shared-focus', partOf(state.focus))
  else {
    const part = partOf(state.pointed)
    mark('shared-pointed', part)
    nameField(part)
    show('points', Boolean(part))
    show('answered', answered)
    show('joined', state.screens > 0)
  }
  // The saved values of the form: for the other screen, where nobody has typed anything since.
  if (first && typing && me === 'clerk') {
    say('known', ['yes'])
    for (const one of new Set(inputs().map((input) => input.name))) say(one, given(one))
  }
  first = false
}

/** Applies what was typed on the other screen; returns whether there was anything. */
function take(state: SharedSession): boolean {
  const other: Writer = me === 'clerk' ? 'resident' : 'clerk'
  let answered = false
  for (const [name, { given: values, by }] of Object.entries(state.values)) {
    if (by !== other && !(first && me === 'resident')) continue
    answered = true
    if (waiting.has(name)) continue
    for (const input of ofName(name)) {
      if (isChoice(input)) input.checked = values.includes(input.value)
      else if (isBusy(input)) later = window.setTimeout(follow, pause, state)
      else if (input.value !== (values[0] ?? '')) input.value = values[0] ?? ''
      if (me === 'clerk') input.closest('.form-field')?.classList.add('shared-answered')
    }
  }
  return answered
}

/** Names the field the resident points at, in the languages shown at the field. */
function nameField(part: Element | null | undefined): void {
  const label = document.querySelector('[data-label]')
  const words = part?.querySelector('legend, label > span')
  if (label && words && label.textContent !== words.textContent)
    label.replaceChildren(...[...words.childNodes].map((one) => one.cloneNode(true)))
}

function listen(): void {
  const source = new EventSource(events)
  source.onmessage = ({ data }) => follow(JSON.parse(data))
  source.addEventListener('end', () => location.reload())
  source.onerror = () => {
    show('cut', true)
    if (source.readyState !== EventSource.CLOSED) return
    source.close()
    fetch(events, { method: 'HEAD' }).then(
      ({ status }) => status === 410 && location.reload(),
      () => undefined,
    )
    setTimeout(listen, 1000)
  }
  window.addEventListener('pagehide', () => source.close(), { once: true })
}
if (me === 'resident' || place) listen()

// A page of an assisted session is not cached: it is emptied when left, and reloaded on return.
window.addEventListener('pagehide', ({ persisted }) => persisted && document.body.replaceChildren())
window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
