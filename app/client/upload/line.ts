import type { Line } from './sending.ts'

/** The text of a key, in the reader's language; empty where there is none. */
export type TextOf = (key: string) => string

/** A line with the progress of a file. */
export function lineFor(list: HTMLElement, name: string, textOf: TextOf): Line {
  const line = list.appendChild(document.createElement('li'))
  const title = line.appendChild(document.createElement('span'))
  const bar = line.appendChild(document.createElement('progress'))
  const state = line.appendChild(document.createElement('span'))
  const hint = line.appendChild(document.createElement('p'))
  title.textContent = name
  title.className = 'name'
  bar.setAttribute('aria-label', name)
  bar.hidden = true
  state.setAttribute('role', 'status')
  hint.hidden = true
  return {
    say(key) {
      line.setAttribute('data-state', key)
      if (state.textContent !== textOf(key)) state.textContent = textOf(key)
      bar.hidden = key !== 'sending' && key !== 'retry'
    },
    share: (part) => {
      bar.value = part
    },
    hint(key) {
      hint.textContent = textOf(key)
      hint.hidden = false
    },
  }
}
