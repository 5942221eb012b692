import type { Statement } from '#app/services/define.ts'
import { Say } from './bilingual-text.tsx'
import { Citations } from './citation.tsx'

/** Facts, each with its sources and how well it was checked. `at` is the key of their texts. */
export function Statements({ statements, at }: { statements: readonly Statement[]; at: string }): JSX.Element {
  return (
    <ul className="facts">
      {statements.map(({ id, sources, certainty, inferred }) => (
        <li key={id}>
          <Say as="p" k={`${at}.${id}`} />
          <Citations sources={sources} certainty={certainty} inferred={inferred} />
        </li>
      ))}
    </ul>
  )
}
