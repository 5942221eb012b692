import type { InEvery } from '#app/domain/language.ts'
import type { Staff } from '#app/domain/staff.ts'
import { correctionReasons, longestText } from '#app/domain/worded-step.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { Say, usePlain } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import type { Askable, TypedItem } from './corrections.server.ts'
import { CaseLink } from './decision-page.tsx'
import { PhraseSelect } from './free-text-field.tsx'
import { NotPossible, UnsentText } from './not-possible-part.tsx'
import type { SinceOpened } from './since-opened.server.ts'
import { NotTaken } from './since-opened-part.tsx'
import { ReadersFirst } from './text-parts.tsx'

type Props = {
  mode: Mode
  at: string
  staff: Staff
  id: string
  service: string
  title: InEvery<string>
  seen: string
  /** What happened to the case since the form was opened. */
  since?: SinceOpened
  /** Why it cannot be done now: the key of a sentence; null where it can. */
  whyNot: string | null
  fields: readonly Askable[]
  papers: readonly Askable[]
  typed?: Readonly<Record<string, TypedItem>>
  again?: string
  errors?: readonly FieldError[]
}

/** Requests corrections: each item with its reason, all at once. */
export function CorrectionsPage(props: Props): JSX.Element {
  const { mode, at, staff, id, service, seen, whyNot, fields, papers, errors = [] } = props
  return (
    <DeskPage
      mode={mode}
      at={at}
      staff={staff}
      texts={['application', 'phrases', 'forms', `services/${service}`]}
      switching={{ by: 'form', form: 'ask' }}
      script
    >
      <CaseLink mode={mode} id={id} title={props.title} />
      <NotTaken errors={errors} since={props.since} />
      <Say as="h1" k="desk:correct.title" />
      {whyNot !== null ? (
        <NotPossible mode={mode} id={id} why={whyNot}>
          <Unsent {...props} />
        </NotPossible>
      ) : (
        <>
          <Say as="p" className="lead" k="desk:correct.lead" />
          <DeskForm id="ask" action={at} className="wide" noValidate>
            <input type="hidden" name="seen" value={seen} />
            <Items {...props} k="desk:correct.fields" items={fields} />
            {papers.length > 0 && <Items {...props} k="desk:correct.papers" items={papers} />}
            {(props.again || [...fields, ...papers].some(({ visible }) => visible)) && <Again {...props} />}
            <div className="actions">
              <button type="submit" className="button" id="send">
                <Say k="desk:correct.button" />
              </button>
            </div>
          </DeskForm>
        </>
      )}
    </DeskPage>
  )
}

/** What was chosen and typed, to be copied: nothing can be sent from here. The form only carries it through a switch of the language. */
function Unsent({ at, seen, fields, papers, typed = {}, again = '' }: Props): JSX.Element {
  const asked = [...fields, ...papers].flatMap((item) => {
    const of = typed[item.target]
    return of && (of.asked || of.reason !== '' || of.phrase !== '' || of.text !== '') ? [{ ...item, of }] : []
  })
  return (
    <DeskForm id="ask" action={at} noValidate>
      <input type="hidden" name="seen" value={seen} />
      {asked.length > 0 && <Say as="p" k="desk:unsent" />}
      {asked.map(({ target, label, of }) => (
        <div key={target}>
          {of.asked && <input type="hidden" name={`ask-${target}`} value="on" />}
          <input type="hidden" name={`reason-${target}`} value={of.reason} />
          <input type="hidden" name={`phrase-${target}`} value={of.phrase} />
          <p>
            <strong>
              <BilingualText text={label} />
            </strong>{' '}
            {correctionReasons.some((reason) => reason === of.reason) && <Say className="quiet" k={`application:reason.${of.reason}`} />}
          </p>
          <UnsentText {...of} name={`words-${target}`} />
        </div>
      ))}
      {again !== '' && <UnsentText phrase="" text={again} name="again" />}
    </DeskForm>
  )
}

function Items({ k, items, ...props }: Props & { k: string; items: readonly Askable[] }): JSX.Element {
  return (
    <section>
      <Say as="h2" k={k} />
      <ul className="plain-list asks">
        {items.map((item) => (
          <Item key={item.target} {...props} item={item} />
        ))}
      </ul>
    </section>
  )
}

const nothing: TypedItem = { asked: false, reason: '', phrase: '', text: '' }

function Item({ mode, item, typed = {}, errors = [] }: Props & { item: Askable }): JSX.Element {
  const plain = usePlain()
  const { target, title, label, value, visible, still } = item
  const now = typed[target] ?? nothing
  const error = errors.find(({ field }) => ['ask', 'reason', 'words'].some((part) => field === `${part}-${target}`))
  const errorId = error ? `error-${target}` : undefined
  return (
    <li className="ask">
      <label className="option" htmlFor={`ask-${target}`}>
        <input type="checkbox" id={`ask-${target}`} name={`ask-${target}`} defaultChecked={now.asked} aria-describedby={errorId} />
        <span className="option-text">
          <span className="ask-part">
            <BilingualText text={title} />
          </span>{' '}
          <strong>
            <BilingualText text={label} />
          </strong>{' '}
          <span className="ask-value">
            {target.startsWith('paper/') ? null : value === null ? (
              <Say className="quiet" k="desk:correct.empty" />
            ) : (
              <ReadersFirst text={value} mode={mode} />
            )}{' '}
            {visible && <Say className="reason" k="desk:correct.seen" />}
            {still && <Say className="quiet" k="desk:correct.still" />}
          </span>
        </span>
      </label>
      <div className="ask-more">
        <label className="field" htmlFor={`reason-${target}`}>
          <Say k="desk:correct.reason" />
          <select id={`reason-${target}`} name={`reason-${target}`} defaultValue={now.reason} aria-describedby={errorId}>
            <option value="">{plain('desk:free-text.no-phrase')}</option>
            {correctionReasons.map((reason) => (
              <option key={reason} value={reason}>
                {plain(`application:reason.${reason}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field" htmlFor={`phrase-${target}`}>
          <Say k="desk:free-text.phrase" />
          <PhraseSelect id={`phrase-${target}`} name={`phrase-${target}`} kind="correction" chosen={now.phrase} />
        </label>
        <label className="field" htmlFor={`words-${target}`}>
          <Say k="desk:correct.text" />
          <input
            id={`words-${target}`}
            name={`words-${target}`}
            defaultValue={now.text}
            maxLength={longestText}
            aria-describedby={errorId}
          />
        </label>
      </div>
      <FieldMessage id={errorId ?? ''} error={error} />
    </li>
  )
}

function Again({ again = '', errors = [] }: Props): JSX.Element {
  const error = errors.find(({ field }) => field === 'again')
  return (
    <div className="form-field">
      <label className="field" htmlFor="again">
        <Say k="desk:correct.again" />
        <Say className="help" k="desk:correct.again-help" />
        <textarea
          id="again"
          name="again"
          rows={3}
          maxLength={longestText * 2}
          defaultValue={again}
          aria-describedby={error ? 'again-error' : undefined}
          aria-invalid={error ? true : undefined}
        />
      </label>
      <FieldMessage id="again-error" error={error} />
    </div>
  )
}
