import { longestText } from '#app/domain/event-text.ts'
import type { TypedField } from '#app/domain/fields/field.ts'
import type { OwnPhrase } from '#app/domain/phrase.ts'
import { correctionReasons } from '#app/domain/worded-step.ts'
import { Say, usePlain } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import type { CaseFormProps } from './case-form-props.ts'
import type { Askable, TypedItem } from './corrections.server.ts'
import { UnsentCorrections } from './corrections-unsent.tsx'
import { DayField } from './day-field.tsx'
import { CaseLink } from './decision-page.tsx'
import { OwnPhrases, PhraseSelect } from './free-text-field.tsx'
import { NotPossible } from './not-possible-part.tsx'
import { NotTaken } from './since-opened-part.tsx'
import { ReadersFirst } from './text-parts.tsx'

/** What the page shows on which one asks for corrections. */
export type CorrectionsProps = CaseFormProps & {
  /** Standard sentences of the hall and of the places above it. */
  phrases: readonly OwnPhrase[]
  fields: readonly Askable[]
  papers: readonly Askable[]
  typed?: Readonly<Record<string, TypedItem>>
  again?: string
  /** The item one comes from. */
  ask?: string | null
  /** The day by which it is to be answered. */
  until: TypedField
  errors?: readonly FieldError[]
}

/** Requests corrections: each item with its reason, all at once. */
export function CorrectionsPage(props: CorrectionsProps): JSX.Element {
  const { mode, at, staff, id, service, seen, whyNot, fields, papers, errors = [] } = props
  return (
    <OwnPhrases.Provider value={props.phrases}>
      <DeskPage
        mode={mode}
        at={at}
        staff={staff}
        texts={['application', 'phrases', 'forms', `services/${service}`]}
        switching={{ by: 'form', form: 'ask' }}
        script
      >
        <CaseLink mode={mode} at={at} id={id} title={props.title} />
        <NotTaken errors={errors} since={props.since} />
        <Say as="h1" k="desk:correct.title" />
        {whyNot !== null ? (
          <NotPossible mode={mode} id={id} why={whyNot}>
            <UnsentCorrections {...props} />
          </NotPossible>
        ) : (
          <>
            <Say as="p" className="lead" k="desk:correct.lead" />
            <DeskForm id="ask" action={at} className="wide" noValidate>
              <input type="hidden" name="seen" value={seen} />
              <Items {...props} k="desk:correct.fields" items={fields} />
              {papers.length > 0 && <Items {...props} k="desk:correct.papers" items={papers} />}
              {(props.again || [...fields, ...papers].some(({ visible }) => visible)) && <Again {...props} />}
              <DayField
                name="until"
                legend="desk:correct.until"
                help="desk:correct.until-help"
                typed={props.until}
                error={errors.find(({ field }) => field === 'until')}
              />
              <div className="actions">
                <button type="submit" className="button" id="send">
                  <Say k="desk:correct.button" />
                </button>
              </div>
            </DeskForm>
          </>
        )}
      </DeskPage>
    </OwnPhrases.Provider>
  )
}

function Items({ k, items, ...props }: CorrectionsProps & { k: string; items: readonly Askable[] }): JSX.Element {
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

function Item({ mode, item, typed = {}, ask = null, errors = [] }: CorrectionsProps & { item: Askable }): JSX.Element {
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
          <select
            id={`reason-${target}`}
            name={`reason-${target}`}
            defaultValue={now.reason}
            aria-describedby={errorId}
            // biome-ignore lint/a11y/noAutofocus: one asked for this very item
            autoFocus={target === ask && !error}
          >
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

function Again({ again = '', errors = [] }: CorrectionsProps): JSX.Element {
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
