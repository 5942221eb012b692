import type { ReactNode } from 'react'
import { Say } from './bilingual-text.tsx'

type Props = { k: string; id?: string; level?: 2 | 3; said?: ReactNode; children: ReactNode }

/**
 * A layer of a page, closed: its heading opens it. Without script; the find of a browser and a link to a part of it open it too, and on
 * paper it stands open. `level` is that of the heading, in the outline of the page; without one the name is no heading. `said`: what one reads
 * before it is opened.
 */
export function Layer({ k, id, level, said, children }: Props): JSX.Element {
  const Heading = level && (`h${level}` as const)
  return (
    <details className="layer" id={id}>
      <summary>
        {Heading ? <Say as={Heading} k={k} /> : <Say k={k} />}
        {said}
      </summary>
      {children}
    </details>
  )
}
