// Clerk and resident on one form: each sees what the other types. Everything works without it, after a reload.
import type { SharedSession, Writer } from '#app/domain/shared-session.ts'
import { all } from './shared/elements.ts'
import { decideWith, lookAtConflict, others, renderConflict } from './shared-session/conflict.ts'
import { listen, reload } from './shared-session/events.ts'
import {
  carriers,
  fill,
  form,
  given,
  type Input,
  inputs,
  isChoice,
  isOurs,
  isTyped,
  me,
  ofName,
  partOf,
  place,
  setShown,
  typing,
  write,
} from './shared-session/inputs.ts'
import { mark, nameField, show } from './shared-session/marks.ts'

// What is not sent yet. It survives a broken connection, and is sent afterwards, one request after the other.
let waiting = new Map<string, readonly string[]>()
let isSending = false
let timer: number | undefined
function say(name: string, values: readonly string[]): void {
  // Nothing of a field is sent before it is decided whose stands.
  if (others.has(name)) return
  waiting.set(name, values)
  sendIn(120)
}

function sendIn(milliseconds: number): void {
  window.clearTimeout(timer)
  timer = window.setTimeout(send, milliseconds)
}

function bodyOf(sending: ReadonlyMap<string, readonly string[]>): URLSearchParams {
  const body = new URLSearchParams({ as: me, place })
  const writer = form?.elements.namedItem('written-by')
  if (writer instanceof HTMLInputElement) body.append(writer.name, writer.value)
  for (const [name, values] of sending) {
    if (isOurs(name)) body.append('name', name)
    for (const value of values) body.append(name, value)
  }
  // A confirmation carries everything that was shown.
  const isWhole = sending.has('confirm')
  for (const [name, { value }] of carriers) {
    if (isWhole || sending.has(name)) body.append('shown', value)
    if (isWhole && !sending.has(name)) for (const one of given(name)) body.append(name, one)
  }
  const seen = form?.elements.namedItem('seen')
  if (isWhole && seen instanceof HTMLInputElement) body.append('seen', seen.value)
  return body
}

type NotTaken = { readonly both: readonly (readonly string[])[]; readonly outdated: boolean }

async function send(): Promise<void> {
  if (isSending || waiting.size === 0) return
  const sending = waiting
  waiting = new Map()
  isSending = true
  let next = 0
  try {
    const answer = await fetch(write, { method: 'POST', body: bodyOf(sending), keepalive: true })
    if (answer.status === 410) leave()
    else if (answer.status >= 500 || answer.status === 429) throw new Error()
    else {
      const { both, outdated } = answer.status === 409 ? ((await answer.json()) as NotTaken) : { both: [], outdated: false }
      for (const [name, values] of sending) if (isOurs(name) && !both.some(([of]) => of === name)) setShown(name, values)
      for (const [name = '', ...values] of both) others.set(name, values)
      if (sending.has('confirm')) show('outdated', outdated)
      renderConflict()
    }
  } catch {
    waiting = new Map([...sending, ...waiting])
    next = 1000
  }
  isSending = false
  if (waiting.size > 0) sendIn(next)
}

decideWith((name) => say(name, given(name)))

// Where one has typed in a field and is still in it, what the other says is shown beside it. One that is only focused follows the other screen.
let typedIn: EventTarget | null = null
let composing = false
const isBusy = (input: Input) => input === document.activeElement && (composing || input === typedIn)
const inputNameOf = ({ target }: Event) => (target as Input).name

if (typing) {
  // What is still to be decided comes back with the page in another language: as typed, beside what the other says. Nothing is saved before.
  typing.addEventListener('submit', (event) => {
    if (me !== 'clerk' || others.size === 0) return
    if ((event.submitter as HTMLButtonElement | null)?.name === 'switch-to') for (const [name, values] of others) setShown(name, values)
    else {
      event.preventDefault()
      lookAtConflict()
    }
  })
  typing.addEventListener('input', (event) => {
    typedIn = event.target
    isUnsaved = true
    const name = inputNameOf(event)
    if (isOurs(name)) say(name, given(name))
  })
  typing.addEventListener('focusout', () => {
    typedIn = null
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
    const button = event.submitter as HTMLButtonElement | null
    // The language of the page is switched with what was typed.
    if (button?.name === 'switch-to') return
    event.preventDefault()
    if (button?.name === 'pointed' || button?.name === 'confirm') say(button.name, [button.value])
  })
}

/** Over. What stands in the clerk's form and was not saved is sent, to be stored: it is handed back to them. */
const leave = () => (isUnsaved && me === 'clerk' && typing ? typing.submit() : reload())

let first = true
let isUnsaved = false
function follow(state: SharedSession): void {
  show('cut', false)
  if (state.place !== place) {
    // What could not be sent before the clerk left the page comes back, to be read.
    if (me === 'resident' && [...waiting.keys(), ...others.keys()].some(isOurs)) form?.submit()
    else if (me === 'resident') reload()
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
    isUnsaved = true
    if (others.has(name)) others.set(name, values)
    if (waiting.has(name) || others.has(name)) continue
    const isOwn = (input: Input) => isBusy(input) || (first && me === 'clerk' && isTyped(name))
    if (ofName(name).some((input) => !isChoice(input) && isOwn(input) && input.value !== values[0])) others.set(name, values)
    else {
      fill(name, values)
      setShown(name, values)
    }
    if (me === 'clerk') for (const input of ofName(name)) input.closest('.form-field')?.classList.add('shared-answered')
  }
  renderConflict()
  return answered
}

if (me === 'resident' || place) listen(follow, leave)
