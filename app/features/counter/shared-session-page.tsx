import type { Difference } from '#app/cases/differences.ts'
import type { Consent } from '#app/cases/folder.ts'
import type { Row } from '#app/cases/submission.ts'
import type { TypedField } from '#app/domain/fields/field.ts'
import { isSameInEvery, sourceLanguage } from '#app/domain/language.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { stepName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { InModes, Say, Typed } from '#app/ui/bilingual-text.tsx'
import { Conflict } from '#app/ui/conflict.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { MemberName } from '#app/ui/member-name.tsx'
import { Page } from '#app/ui/page.tsx'
import { BothTyped } from './both-typed.tsx'
import { Fields, type StepShown } from './shared-session-step.tsx'

/** What the resident's own screen shows. */
export type SharedSessionShown = {
  place: string
  code: string | null
  focus: string | null
  confirmed: boolean
  step: StepShown | null
  rows: readonly Row[]
  /** The kinds of consent the clerk's page asks for. */
  consents: readonly Consent['kind'][]
  /** The version of the answers or consents shown: only these can be confirmed. */
  seen: string
  filed: boolean
}

/** The hidden input that says which answers or consents were shown. */
export const seenInput = 'seen'

type Props = {
  mode: Mode
  at: string
  shown: SharedSessionShown
  /** What was typed, where it comes back, and what its inputs were shown with. */
  typed?: Readonly<Record<string, TypedField>>
  carried?: readonly string[]
  differences?: readonly Difference[]
  left?: boolean
  outdated?: boolean
}

/** The resident's own screen: the clerk's step in the resident's language, to read, point at, answer and confirm. */
export function SharedSessionPage(props: Props): JSX.Element {
  const { mode, at, shown, typed = {}, carried, differences = [], left = false, outdated = false } = props
  const { place, step, confirmed } = shown
  const texts = [
    'counter',
    'forms',
    ...(step?.service ? [`services/${step.service}`] : []),
    ...(differences.length > 0 ? ['conflict'] : []),
  ]
  return (
    <Page mode={mode} at={at} texts={texts} switching={step ? { by: 'form', form: 'step' } : { by: 'links' }}>
      <div
        data-shared-session="resident"
        data-place={place}
        data-events={paths.sharedSessionEvents(mode, 'resident')}
        data-write={paths.sharedSessionWrite(mode)}
      >
        <p className="quiet">
          <Say k="counter:shared-session.title" /> {shown.code !== null && <strong className="code">{shown.code}</strong>}
        </p>
        <p role="status" className="notice" data-say="cut" hidden>
          <Say k="counter:live.cut" />
        </p>
        <p role="status" className="notice" data-say="outdated" hidden={!outdated}>
          <Say k="counter:shared-session.outdated" />
        </p>
        <BothTyped by="clerk" />
        <Conflict kind={left ? 'left' : 'both'} form={left ? null : 'step'} now={paths.sharedSession(mode)} differences={differences} />
        <Heading shown={shown} />
        <form id="step" method="post" action={paths.sharedSession(mode)} noValidate autoComplete="off">
          <input type="hidden" name="as" value="resident" />
          <input type="hidden" name="place" value={place} />
          {!step && <input type="hidden" name={seenInput} value={shown.seen} />}
          {step && <Fields step={step} focus={shown.focus} typed={typed} carried={carried} />}
          {!step && <Overview shown={shown} />}
          <Confirming shown={shown} confirmed={confirmed} />
        </form>
        <form method="get" action={paths.sharedSession(mode)} data-look>
          <button type="submit" className="button second">
            <Icon name="rotate-ccw" />
            <Say k="counter:shared-session.look" />
          </button>
        </form>
      </div>
      <script type="module" src="/shared-session.js" />
    </Page>
  )
}

function Heading({ shown: { step, rows, consents, filed } }: { shown: SharedSessionShown }): JSX.Element {
  if (step)
    return (
      <h1>
        {step.name !== null && (
          <span className="who">
            <Icon name="user" />
            <MemberName name={step.name} />
          </span>
        )}
        <Say {...stepName(step.block, step.service)} />
      </h1>
    )
  const k =
    consents.length > 0
      ? 'apply:submit.title'
      : rows.length > 0
        ? 'apply:answers.title'
        : filed
          ? 'counter:shared-session.filed'
          : 'counter:shared-session.elsewhere'
  return <Say as="h1" k={k} />
}

function Overview({ shown: { rows, consents, filed } }: { shown: SharedSessionShown }): JSX.Element {
  if (consents.length > 0)
    return (
      <>
        {consents.map((kind) => (
          <section key={kind} className="card">
            <h2>
              <Say k={`consent:${kind}.label`} />
            </h2>
            <Say as="p" k={`consent:${kind}.text`} />
          </section>
        ))}
      </>
    )
  if (rows.length === 0)
    return <Say as="p" className="lead" k={filed ? 'counter:shared-session.filed-text' : 'counter:shared-session.wait'} />
  return (
    <ul className="plain-list answers">
      {rows.map(({ target, label, value, empty, person }) => (
        <li key={target}>
          <span>
            <span className="label">
              {person !== null && <MemberName name={person} />} <InModes>{(language) => label[language]}</InModes>
            </span>{' '}
            {empty ? <Say className="quiet" k="apply:answers.empty" /> : <Value of={value} />}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Value({ of }: { of: Row['value'] }): JSX.Element {
  return <strong>{isSameInEvery(of) ? <Typed>{of[sourceLanguage]}</Typed> : <InModes>{(language) => of[language]}</InModes>}</strong>
}

function Confirming({ shown, confirmed }: { shown: SharedSessionShown; confirmed: boolean }): JSX.Element | null {
  if (!shown.step && shown.rows.length === 0 && shown.consents.length === 0) return null
  return (
    <div className="actions">
      <p role="status" className="notice" data-say="confirmed" hidden={!confirmed}>
        <Icon name="circle-check" />
        <Say k="counter:shared-session.confirmed" />
      </p>
      <button type="submit" className="button" name="confirm" value="yes">
        <Icon name="circle-check" />
        <Say k="counter:shared-session.confirm" />
      </button>
      {shown.step && (
        <button type="submit" className="button second" data-send>
          <Say k="counter:shared-session.send" />
        </button>
      )}
    </div>
  )
}
