// Uploads photographs while they are being chosen: reduced, and in pieces, so that a bad connection costs seconds and not
// the photograph. Without this script the form sends them whole.
import { all } from './shared/elements.ts'
import { isLeaving, reload } from './upload/leaving.ts'
import { lineFor } from './upload/line.ts'
import { consumeNotes, type Note, storeNotes } from './upload/notes.ts'
import { type Line, type Outcome, sendFile } from './upload/sending.ts'

for (const form of all<HTMLFormElement>('form[data-pieces]')) {
  const input = form.querySelector<HTMLInputElement>('input[type="file"]')
  if (input) watch(form, input)
}

function watch(form: HTMLFormElement, input: HTMLInputElement): void {
  const textOf = (key: string) => form.getAttribute(`data-text-${key}`) || ''
  const list = document.createElement('ul')
  list.className = 'sending plain-list'
  const label = input.closest('label') ?? input
  const notesKey = `upload ${location.pathname}`
  const folder = form.querySelector<HTMLInputElement>('input[name="folder"]')?.value ?? ''
  const target = { url: form.dataset.pieces ?? '', folder }
  label.after(list)
  for (const [name, key] of consumeNotes(notesKey)) lineFor(list, name, textOf).say(key)

  const notes: Note[] = []
  let queue = Promise.resolve()
  let left = 0
  let sent = 0
  // The server answered something else: files chosen from now on are sent with the form.
  let off = false
  input.addEventListener('change', () => {
    if (off) return
    // What was said of files chosen before is read by now.
    if (left === 0) {
      list.replaceChildren()
      notes.length = 0
    }
    for (const file of input.files ?? []) {
      const line = lineFor(list, file.name, textOf)
      line.say('waiting')
      left += 1
      queue = queue
        .then(() => sendFile(target, file, line))
        .then(
          (outcome) => ended(file.name, line, outcome),
          () => {
            off = true
            ended(file.name, line, { error: 'failed' })
          },
        )
    }
    // What is being uploaded is not sent a second time with the form.
    if (left > 0) input.value = ''
    hideButtons()
  })

  function hideButtons(): void {
    for (const button of all('[type="submit"]', form)) button.hidden = left > 0
  }
  function ended(name: string, line: Line, outcome: Outcome): void {
    left -= 1
    if (!outcome.error) sent += 1
    // A reason with a text of its own, or the general one.
    const key = outcome.error && (textOf(outcome.error) ? outcome.error : 'failed')
    line.say(key || 'done')
    for (const note of [key, outcome.hint]) if (note) notes.push([name, note])
    hideButtons()
    if (left === 0 && sent > 0) {
      storeNotes(notesKey, notes)
      reload()
    }
  }
  document.addEventListener(
    'submit',
    (event) => {
      if (event.target !== form || left === 0) return
      event.preventDefault()
      event.stopPropagation()
    },
    true,
  )
  window.addEventListener('beforeunload', (event) => {
    if (left === 0 || isLeaving()) return
    event.preventDefault()
    event.returnValue = ''
  })
}
