import { type Row, wordsOf } from '#app/cases/submission.ts'
import type { Field } from '#app/domain/field.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { FormField, idOf, type TypedField } from '#app/ui/form-field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Page } from '#app/ui/page.tsx'
import { InModes, Say, Typed, usePlain } from '#app/ui/say.tsx'

type StepShown = {
  block: string
  service: string | null
  name: string | null
  people: readonly { id: string; name: string }[]
  fields: readonly { field: Field; typed: TypedField; filled: boolean }[]
}

/** What the resident sees while a clerk helps. */
export type TogetherShown = {
  place: string
  code: string | null
  focus: string | null
  confirmed: boolean
  step: StepShown | null
  rows: readonly Row[]
  consents: boolean
  filed: boolean
}

type Props = { mode: Mode; at: string; shown: TogetherShown }

/** The resident's own screen: the clerk's step in the resident's language, to read, point at, answer and confirm. */
export function TogetherPage({ mode, at, shown }: Props): JSX.Element {
  const { place, step, confirmed } = shown
  return (
    <Page mode={mode} at={at} texts={['counter', 'forms', ...(step?.service ? [`services/${step.service}`] : [])]}>
      <div
        data-together="resident"
        data-place={place}
        data-events={paths.togetherEvents(mode, 'resident')}
        data-write={paths.togetherWrite(mode)}
      >
        <p className="quiet">
          <Say k="counter:together.title" /> {shown.code !== null && <strong className="code">{shown.code}</strong>}
        </p>
        <p role="status" className="notice" data-say="cut" hidden>
          <Say k="counter:live.cut" />
        </p>
        <Heading shown={shown} />
        <form id="step" method="post" action={paths.togetherWrite(mode)} noValidate autoComplete="off">
          <input type="hidden" name="as" value="resident" />
          <input type="hidden" name="place" value={place} />
          <input type="hidden" name="back" value="" />
          {step && <Fields step={step} focus={shown.focus} />}
          {!step && <Overview shown={shown} />}
          <Confirming shown={shown} confirmed={confirmed} />
        </form>
        <form method="get" action={paths.together(mode)} data-look>
          <button type="submit" className="button second">
            <Icon name="rotate-ccw" />
            <Say k="counter:together.look" />
          </button>
        </form>
      </div>
      <script type="module" src="/together.js" />
    </Page>
  )
}

function Heading({ shown: { step, rows, consents, filed } }: { shown: TogetherShown }): JSX.Element {
  if (step)
    return (
      <h1>
        {step.name !== null && (
          <span className="who">
            <Icon name="user" />
            <Typed>{step.name}</Typed>
          </span>
        )}
        <Say k={step.service === null ? `forms:blocks.${step.block}.title` : `services/${step.service}:name`} />
      </h1>
    )
  const k = consents
    ? 'apply:submit.title'
    : rows.length > 0
      ? 'apply:answers.title'
      : filed
        ? 'counter:together.filed'
        : 'counter:together.elsewhere'
  return <Say as="h1" k={k} />
}

function Fields({ step, focus }: { step: StepShown; focus: string | null }): JSX.Element {
  return (
    <>
      <Say as="p" className="lead" k="counter:together.lead" />
      {step.fields.map(({ field, typed, filled }) => {
        const id = idOf({ field })
        const isAt = focus !== null && (focus === id || focus.startsWith(`${id}-`))
        return (
          <div key={field.id} className={isAt ? 'together-field together-focus' : 'together-field'} data-field={id}>
            {namesOf(field).map((name) => (
              <input key={name} type="hidden" name="name" value={name} />
            ))}
            <FormField
              field={field}
              words={wordsOf({ block: step.block }, step.service, field)}
              typed={typed}
              filled={filled}
              error={undefined}
              people={step.people}
            />
            <button type="submit" className="button second small" name="pointed" value={id}>
              <Icon name="message-square" />
              <Say k="counter:together.point" />
            </button>
          </div>
        )
      })}
    </>
  )
}

/** The names of the inputs a field may have. */
function namesOf(field: Field): string[] {
  const id = idOf({ field })
  if (field.kind === 'day') return ['year', 'month', 'day'].map((part) => `${id}-${part}`)
  if (field.kind === 'question' && field.question === 'birth-date')
    return [id, ...['year', 'month', 'day', 'age'].map((part) => `${id}-${part}`)]
  return [id]
}

function Overview({ shown: { rows, consents, filed } }: { shown: TogetherShown }): JSX.Element {
  if (consents)
    return (
      <>
        {(['general', 'sensitive', 'child'] as const).map((kind) => (
          <section key={kind} className="card">
            <h2>
              <Say k={`consent:${kind}.label`} />
            </h2>
            <Say as="p" k={`consent:${kind}.text`} />
          </section>
        ))}
      </>
    )
  if (rows.length === 0) return <Say as="p" className="lead" k={filed ? 'counter:together.filed-text' : 'counter:together.wait'} />
  return (
    <ul className="plain-list answers">
      {rows.map(({ target, label, value, empty, person }) => (
        <li key={target}>
          <span>
            <span className="label">
              {person !== null && <Typed>{person}</Typed>} <InModes>{(language) => label[language]}</InModes>
            </span>{' '}
            {empty ? <Say className="quiet" k="apply:answers.empty" /> : <Value of={value} />}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Value({ of }: { of: Row['value'] }): JSX.Element {
  return <strong>{of.zh === of.bo ? <Typed>{of.zh}</Typed> : <InModes>{(language) => of[language]}</InModes>}</strong>
}

function Confirming({ shown, confirmed }: { shown: TogetherShown; confirmed: boolean }): JSX.Element | null {
  if (!shown.step && shown.rows.length === 0 && !shown.consents) return null
  return (
    <div className="actions">
      <p role="status" className="notice" data-say="confirmed" hidden={!confirmed}>
        <Icon name="circle-check" />
        <Say k="counter:together.confirmed" />
      </p>
      <button type="submit" className="button" name="confirm" value="yes">
        <Icon name="circle-check" />
        <Say k="counter:together.confirm" />
      </button>
      {shown.step && (
        <button type="submit" className="button second" data-send>
          <Say k="counter:together.send" />
        </button>
      )}
    </div>
  )
}

/** The way in: one tap, after choosing the language. What lets in serves once, so looking at the page does not use it up. */
export function JoinPage({ mode, at, join, good }: { mode: Mode; at: string; join: string; good: boolean }): JSX.Element {
  return (
    <Page mode={mode} at={at} texts={['counter']}>
      <Say as="h1" k="counter:together.title" />
      <Say as="p" className="lead" k={good ? 'counter:together.join-lead' : 'counter:together.join-old'} />
      {good && (
        <form method="post" action={paths.together(mode)} className="actions">
          <input type="hidden" name="join" value={join} />
          <button type="submit" className="button">
            <Say k="counter:together.join" />
            <Icon name="arrow-right" />
          </button>
        </form>
      )}
    </Page>
  )
}

/** The client session is over: nothing of it is on this screen any more. */
export function OverPage({ mode, at }: { mode: Mode; at: string }): JSX.Element {
  const plain = usePlain()
  return (
    <Page mode={mode} at={at} texts={['counter']}>
      <Say as="h1" k="counter:together.over" />
      <Say as="p" className="lead" k="counter:together.over-text" />
      <nav className="links" aria-label={plain('common:menu')}>
        <a className="text-link" href={paths.openFolder(mode)}>
          <Icon name="file-text" />
          <Say k="common:nav.applications" />
        </a>
      </nav>
    </Page>
  )
}
