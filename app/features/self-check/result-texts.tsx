import type { Misunderstanding, Service } from '#app/services/define.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import type { Told } from './result.ts'

/** What a result comes to, in a sentence: it counts nothing and promises nothing. What is a right and not applied for, nobody decides. */
export function Sentence({ at, told: { verdict, deciding }, isApplied }: { at: string; told: Told; isApplied: boolean }): JSX.Element {
  switch (verdict) {
    case 'eligible':
      return (
        <p>
          <Say k={`${at}:verdict.eligible`} /> {isApplied && <Say k="verdicts:said.eligible" />}
        </p>
      )
    case 'not-applicable':
      return <Say as="p" k={`${at}:verdict.${verdict}`} />
    case 'possible':
    case 'not-yet':
      return <Say as="p" k={`verdicts:said.${verdict}-${deciding.length === 1 ? 'one' : 'several'}`} />
    case 'already':
      return (
        <p>
          <Say k="verdicts:said.already" /> <Say k={`${at}:verdict.already`} /> <Say k="verdicts:said.already-check" />
        </p>
      )
  }
}

/** Explanations that go with this case. */
export function Notes({ ids, level }: { ids: readonly string[]; level: 2 | 5 }): JSX.Element | null {
  if (ids.length === 0) return null
  return (
    <section>
      <Say as={`h${level}`} k="result:notes" />
      {ids.map((id) => (
        <Say as="p" key={id} k={`notes:${id}`} />
      ))}
    </section>
  )
}

/** What people often get wrong about the deciding conditions. */
export const misunderstandingsAbout = ({ misunderstandings }: Service, { deciding }: Told): readonly Misunderstanding[] =>
  misunderstandings.filter(({ about }) => deciding.some(({ id }) => id === about))
