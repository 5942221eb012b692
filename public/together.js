// Two readers of one form: what one types the other sees. Everything works without it, a tap later.
const root = document.querySelector('[data-together]')
const form = document.getElementById('step')
const { together: me, place, events, write } = root.dataset
const typing = form && place.startsWith('apply/step/')
const inputs = () => (typing ? [...form.elements].filter(({ name }) => /^f-/.test(name)) : [])
const ofName = (name) => inputs().filter((input) => input.name === name)
const isChoice = ({ type }) => type === 'radio' || type === 'checkbox'
const given = (name) =>
  ofName(name)
    .filter((input) => !isChoice(input) || input.checked)
    .map(({ value }) => value)
const partOf = (name) => {
  const input = name ? ofName(name)[0] : undefined
  return input?.closest('[data-field]') ?? input?.closest('.form-field')
}

// What is not sent yet. A cut line keeps it; it goes when the line is back.
let waiting = new Map()
let timer
const say = (name, values) => {
  waiting.set(name, values)
  clearTimeout(timer)
  timer = setTimeout(send, 120)
}
async function send() {
  const sending = waiting
  waiting = new Map()
  const body = new URLSearchParams({ as: me, place })
  for (const [name, values] of sending) {
    if (/^f-/.test(name)) body.append('name', name)
    for (const value of values) body.append(name, value)
  }
  try {
    const { status } = await fetch(write, { method: 'POST', body, keepalive: true })
    if (status === 410) location.reload()
    else if (status >= 500 || status === 429) throw new Error()
  } catch {
    waiting = new Map([...sending, ...waiting])
    clearTimeout(timer)
    timer = setTimeout(send, 1000)
  }
}

// A field somebody is writing in here is left alone until they pause; one they only stand in follows the other reader.
let wrote = 0
let composing = false
const isBusy = (input) => input === document.activeElement && (composing || Date.now() - wrote < pause)
const pause = 1000

if (typing) {
  form.addEventListener('input', ({ target }) => {
    wrote = Date.now()
    if (/^f-/.test(target.name)) say(target.name, given(target.name))
  })
  for (const type of ['compositionstart', 'compositionend'])
    form.addEventListener(type, () => {
      composing = type === 'compositionstart'
    })
  form.addEventListener('change', ({ target }) => {
    // Choosing "none" clears the others: they belong to the same name.
    if (/^f-/.test(target.name)) setTimeout(() => say(target.name, given(target.name)))
  })
  if (me === 'clerk') form.addEventListener('focusin', ({ target }) => /^f-/.test(target.name) && say('focus', [target.name]))
}
if (me === 'resident' && form) {
  for (const one of document.querySelectorAll('[data-look], [data-send]')) one.hidden = true
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const { name, value } = event.submitter ?? {}
    if (name === 'pointed' || name === 'confirm') say(name, [value])
  })
}

const show = (what, on) => {
  for (const one of document.querySelectorAll(`[data-say="${what}"]`)) if (one.hidden === on) one.hidden = !on
}
const mark = (name, part) => {
  for (const one of document.querySelectorAll(`.${name}`)) if (one !== part) one.classList.remove(name)
  if (!part || part.classList.contains(name)) return
  part.classList.add(name)
  part.scrollIntoView({ block: 'center' })
}

let first = true
let later
function follow(state) {
  clearTimeout(later)
  show('cut', false)
  if (state.place !== place) {
    if (me === 'resident') location.reload()
    return
  }
  const other = me === 'clerk' ? 'resident' : 'clerk'
  let answered = false
  for (const [name, { given: values, by }] of Object.entries(state.values)) {
    if (by !== other && !(first && me === 'resident')) continue
    answered = true
    if (waiting.has(name)) continue
    for (const input of ofName(name)) {
      if (isChoice(input)) input.checked = values.includes(input.value)
      else if (isBusy(input)) later = setTimeout(follow, pause, state)
      else if (input.value !== (values[0] ?? '')) input.value = values[0] ?? ''
      if (me === 'clerk') input.closest('.form-field')?.classList.add('together-answered')
    }
  }
  show('confirmed', state.confirmed.includes(place))
  if (me === 'resident') mark('together-focus', partOf(state.focus))
  else {
    const part = partOf(state.pointed)
    mark('together-pointed', part)
    const label = document.querySelector('[data-label]')
    // With its languages, as it stands at the field.
    const words = part?.querySelector('legend, label > span')
    if (words && label.textContent !== words.textContent) label.replaceChildren(...[...words.childNodes].map((one) => one.cloneNode(true)))
    show('points', Boolean(part))
    show('answered', answered)
    show('joined', state.screens > 0)
  }
  // What stood in the form when it was opened: for the other reader, where nobody wrote anything since.
  if (first && typing && me === 'clerk') {
    say('known', ['yes'])
    for (const name of new Set(inputs().map((input) => input.name))) say(name, given(name))
  }
  first = false
}

function listen() {
  const source = new EventSource(events)
  source.onmessage = ({ data }) => follow(JSON.parse(data))
  source.addEventListener('end', () => location.reload())
  source.onerror = () => {
    show('cut', true)
    if (source.readyState === EventSource.CLOSED) {
      source.close()
      fetch(events, { method: 'HEAD' }).then(
        ({ status }) => status === 410 && location.reload(),
        () => undefined,
      )
      setTimeout(listen, 1000)
    }
  }
  window.addEventListener('pagehide', () => source.close(), { once: true })
}
if (me === 'resident' || place) listen()

// A page of a client's is not kept: left, it is empty; come back to, it is asked for anew.
window.addEventListener('pagehide', ({ persisted }) => persisted && document.body.replaceChildren())
window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
