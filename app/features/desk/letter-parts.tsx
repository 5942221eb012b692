import type { ReactNode } from 'react'
import { groupsOf, labelOf } from '#app/cases/letter.ts'
import type { DecisionDocument, LetterLabel } from '#app/domain/decision-document.ts'
import { InModes } from '#app/ui/bilingual-text.tsx'
import { Qr } from '#app/ui/qr.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'

type LabelProps = { of: LetterLabel; document: DecisionDocument; as?: 'h1' | 'h3'; className?: string }

/** What the letter calls a part of it. */
export function Label({ of, document, as, className }: LabelProps): JSX.Element {
  return (
    <InModes as={as} className={className}>
      {(language) => labelOf(document, of, language)}
    </InModes>
  )
}

/** What else was decided, each as it is called. */
export function LetterFacts({ facts }: { facts: NonNullable<DecisionDocument['facts']> }): JSX.Element | null {
  if (facts.length === 0) return null
  return (
    <dl>
      {facts.map(({ label, value }) => (
        <div key={label.zh}>
          <dt>
            <BilingualText text={label} />
          </dt>
          <dd>
            <BilingualText text={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** One of its facts, by what it is called. */
export function Line({ of, document, children }: { of: LetterLabel; document: DecisionDocument; children: ReactNode }): JSX.Element {
  return (
    <div>
      <dt>
        <Label of={of} document={document} />
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

type RegisteredProps = { document: DecisionDocument; checksum: string; checkedAt: string | null }

/** By what a letter is checked: its checksum, and where that is told. */
export function Registered({ document, checksum, checkedAt }: RegisteredProps): JSX.Element {
  return (
    <div className="letter-register">
      {checkedAt !== null && <Qr of={checkedAt} />}
      <div>
        <p>
          <Label of="checksum" document={document} /> <span className="code">{groupsOf(checksum)}</span>
        </p>
        {checkedAt !== null && (
          <p>
            <Label of="verify" document={document} />
          </p>
        )}
      </div>
    </div>
  )
}
