// Fields both screens changed since, with what the other says: shown until one of the two is kept.
import { the } from '../shared/elements.ts'
import { fill, partOf, setShown, textOf } from './inputs.ts'
import { copyText } from './marks.ts'

export const others = new Map<string, readonly string[]>()

const both = document.querySelector<HTMLElement>('[data-both]')
const labelOf = (name: string) => partOf(name)?.querySelector('legend, label > span')

export function renderConflict(): void {
  const [name, values] = [...others][0] ?? []
  if (!both) return
  both.hidden = name === undefined
  if (name === undefined || values === undefined) return
  copyText(labelOf(name), the('[data-both-label]', both))
  the('[data-both-text]', both).textContent = values.map((value) => textOf(name, value)).join(' · ') || '—'
}

/** Shows what is still to be decided. */
export const lookAtConflict = () => both?.scrollIntoView({ block: 'center' })

/** Lets one choose whose stands; `say`: sends what stands in a field of one's own. */
export function decideWith(say: (name: string) => void): void {
  for (const which of ['own', 'other'] as const)
    both?.querySelector(`[data-both-${which}]`)?.addEventListener('click', () => {
      const [name, values] = [...others][0] ?? []
      if (name === undefined || values === undefined) return
      others.delete(name)
      setShown(name, values)
      if (which === 'own') say(name)
      else fill(name, values)
      renderConflict()
    })
}
