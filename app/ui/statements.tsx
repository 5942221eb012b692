import type { Statement } from '#app/services/define.ts'
import { Say } from './bilingual-text.tsx'
import { Citations } from './citation.tsx'
import { Strengths } from './strength.tsx'

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

/** The same without where they stand, for pages that tell it in another place: how strongly the plan promises them and what is our own reading stays. */
export function PlainStatements({ statements, at }: { statements: readonly Statement[]; at: string }): JSX.Element {
  return (
    <ul className="facts">
      {statements.map((one) => (
        <li key={one.id}>
          <Say as="p" k={`${at}.${one.id}`} />
          <HowFar of={one} />
        </li>
      ))}
    </ul>
  )
}

/** How far a sentence binds: how strongly the plan promises it, or that it is our own reading; nothing where the plan promises nothing. */
export function HowFar({ of: { sources, inferred } }: { of: Pick<Statement, 'sources' | 'inferred'> }): JSX.Element {
  if (inferred) return <Say className="quiet" k="instruments:inferred" />
  return (
    <>
      {sources.map((source) => (
        <Strengths key={`${source.instrument}-${source.article ?? ''}`} source={source} />
      ))}
    </>
  )
}
