import type { ReactNode } from 'react'
import type { InEvery } from '#app/domain/language.ts'
import type { LetterState } from '#app/domain/letter-register.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { InModes, Say } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Page } from '#app/ui/page.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'

type Props = {
  mode: Mode
  at: string
  /** Null where there is no such letter. */
  letter: { number: string; day: string; issuer: InEvery<string>; state: LetterState; checksum: string } | null
}

/** Whether a letter holds, for whoever has it in hand. */
export function LetterCheckPage({ mode, at, letter }: Props): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['letters']}>
      <Say as="h1" k="letters:title" />
      {letter === null ? <Say as="p" className="notice" k="letters:unknown" /> : <Told {...letter} />}
    </Page>
  )
}

function Told({ number, day, issuer, state, checksum }: NonNullable<Props['letter']>): JSX.Element {
  return (
    <>
      <p className="card lead" role="status">
        <Icon name={state === 'valid' ? 'circle-check' : 'triangle-alert'} />
        <strong>
          <Say k={`letters:state.${state}`} />
        </strong>
      </p>
      <Say as="p" k="letters:lead" />
      <dl className="facts">
        <Fact of="number">
          <span className="code">{number}</span>
        </Fact>
        <Fact of="date">
          <InModes>{(language) => formatDay(language, day)}</InModes>
        </Fact>
        <Fact of="issuer">
          <BilingualText text={issuer} />
        </Fact>
        <Fact of="checksum">
          <span className="code">{checksum}</span>
        </Fact>
      </dl>
      <Say as="p" k="letters:ask" />
    </>
  )
}

function Fact({ of, children }: { of: string; children: ReactNode }): JSX.Element {
  return (
    <div>
      <dt>
        <Say k={`letters:${of}`} />
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
