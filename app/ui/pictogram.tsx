import { drawings } from './drawings.ts'

/** The pictogram of a topic, a service or an explanation, beside its name: hidden from screen readers, in the colour of the text. */
export function Pictogram({ of }: { of: string }): JSX.Element | null {
  if (!isDrawn(of)) return null
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawings[of]} />
    </svg>
  )
}

const isDrawn = (id: string): id is keyof typeof drawings => Object.hasOwn(drawings, id)
