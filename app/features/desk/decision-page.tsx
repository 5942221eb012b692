import type { OwnPhrase } from '#app/domain/phrase.ts'
import type { Truth } from '#app/domain/truth.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Citations } from '#app/ui/citation.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Option } from '#app/ui/option.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import type { CaseFormProps } from './case-form-props.ts'
import type { Decision } from './decision.server.ts'
import { FreeTextField, OwnPhrases, type TypedText } from './free-text-field.tsx'
import type { Line } from './history.server.ts'
import { LineText, LineWho } from './history-part.tsx'
import { NotPossible, UnsentText } from './not-possible-part.tsx'
import { NotTaken } from './since-opened-part.tsx'
import type { TracedCondition } from './trace-part.tsx'

type Props = CaseFormProps & {
  /** Standard sentences of the hall and of the places above it. */
  phrases: readonly OwnPhrase[]
  decision: Decision
  needsWhy: boolean
  /** Does it end by naming a place, or who gives one? */
  isPlaced: boolean
  trace: readonly TracedCondition[]
  /** The text that is given back; null where that cannot be read, or another decision is taken. */
  held?: { line: Line | null } | null
  typed?: TypedText & { condition: string }
  errors?: readonly FieldError[]
}

/** A decision with a text: approval, proposal to decline, return of a proposal. */
export function DecisionPage(props: Props): JSX.Element {
  const { mode, at, staff, decision, id, service, seen, whyNot, needsWhy, typed, errors = [] } = props
  const errorAt = (field: string) => errors.find((error) => error.field === field)
  return (
    <OwnPhrases.Provider value={props.phrases}>
      <DeskPage
        mode={mode}
        at={at}
        staff={staff}
        texts={['phrases', `services/${service}`]}
        switching={{ by: 'form', form: 'decide' }}
        script
      >
        <CaseLink mode={mode} at={at} id={id} title={props.title} />
        <NotTaken errors={errors} since={props.since} />
        <Say as="h1" k={`desk:${decision}.title`} />
        {whyNot !== null ? (
          <NotPossible mode={mode} id={id} why={whyNot}>
            <Unsent {...props} />
          </NotPossible>
        ) : (
          <>
            <Lead {...props} />
            <DeskForm id="decide" action={at} noValidate>
              <input type="hidden" name="seen" value={seen} />
              {decision === 'decline' && <Conditions {...props} error={errorAt('condition')} />}
              {props.isPlaced && <Say as="p" className="notice" k="desk:approve.place" />}
              <FreeTextField
                kind={decision === 'return-text' ? 'return' : decision}
                typed={typed ?? { phrase: '', text: '' }}
                error={errorAt('words')}
              />
              {decision === 'approve' && !needsWhy && <Say as="p" className="quiet" k="desk:approve.why-free" />}
              {decision === 'decline' && (
                <div className="notice">
                  <Say as="p" className="quiet" k="desk:decline.told" />
                  <Say as="p" k="application:status.declined.next" />
                </div>
              )}
              <div className="actions">
                <button type="submit" className="button" id="send">
                  <Say k={`desk:${decision}.button`} />
                </button>
              </div>
            </DeskForm>
          </>
        )}
      </DeskPage>
    </OwnPhrases.Provider>
  )
}

/** What was typed, to be copied: nothing can be sent from here. The form only carries it through a switch of the language. */
function Unsent({ at, seen, typed, trace }: Props): JSX.Element {
  const chosen = trace.find(({ condition }) => condition === typed?.condition)
  return (
    <DeskForm id="decide" action={at} noValidate>
      <input type="hidden" name="seen" value={seen} />
      {typed && (typed.text !== '' || typed.phrase !== '' || chosen) && (
        <>
          <input type="hidden" name="phrase" value={typed.phrase} />
          <input type="hidden" name="condition" value={typed.condition} />
          <Say as="p" k="desk:unsent" />
          {chosen && (
            <p>
              <BilingualText text={chosen.says} />
            </p>
          )}
          <UnsentText {...typed} name="words" />
        </>
      )}
    </DeskForm>
  )
}

/** Link back to the case. */
export function CaseLink({ mode, at, id, title }: Pick<Props, 'mode' | 'at' | 'id' | 'title'>): JSX.Element {
  const from = new URLSearchParams(at.split('?')[1] ?? '').get('from') ?? undefined
  return (
    <a className="text-link no-print" href={paths.deskCase(mode, id, undefined, { from })}>
      <Icon name="arrow-left" />
      <BilingualText text={title} />
    </a>
  )
}

function Lead({ decision, needsWhy, trace, held }: Props): JSX.Element | null {
  if (decision !== 'approve')
    return (
      <>
        <Say as="p" className="lead" k={`desk:${decision}.lead`} />
        {held?.line && (
          <div className="notice">
            <LineWho line={held.line} />
            <LineText line={held.line} />
          </div>
        )}
      </>
    )
  const local = trace.filter((one) => one.local)
  return (
    <>
      {local.length > 0 && (
        <ul>
          {local.map(({ condition, says, judged }) => (
            <li key={condition}>
              <BilingualText text={says} />{' '}
              <strong>
                <Say k={`desk:case.judge.${judged ?? 'none'}`} />
              </strong>
            </li>
          ))}
        </ul>
      )}
      {needsWhy && <Say as="p" className="notice" k="desk:approve.why-needed" />}
    </>
  )
}

/** The worse a truth, the earlier it is shown. */
const rank: Readonly<Record<Truth, number>> = { no: 0, unknown: 1, yes: 2 }
const standing = ({ judged, truth }: TracedCondition) => rank[judged ?? truth]

function Conditions({ trace, typed, error }: Props & { error: FieldError | undefined }): JSX.Element {
  return (
    <fieldset className="form-field" aria-describedby={error ? 'condition-error' : undefined}>
      <legend>
        <Say k="desk:decline.condition" />
      </legend>
      <FieldMessage id="condition-error" error={error} />
      <div className="options">
        {[...trace]
          .sort((a, b) => standing(a) - standing(b))
          .map((one, index) => (
            <Option
              key={one.condition}
              inputId={index === 0 ? 'condition' : `condition-${one.condition}`}
              type="radio"
              name="condition"
              value={one.condition}
              checked={typed?.condition === one.condition}
            >
              <span className="option-text">
                <BilingualText text={one.says} /> <Say className="quiet" k={`desk:case.truth.${one.judged ?? one.truth}`} />
                <Citations sources={one.sources} />
              </span>
            </Option>
          ))}
      </div>
    </fieldset>
  )
}
