import type { Difference } from '#app/cases/differences.ts'
import type { TypedField } from '#app/domain/fields/field.ts'
import type { FormField } from '#app/domain/form.ts'
import type { Receivers } from '#app/domain/hall.ts'
import { fieldTexts } from '#app/forms/field-texts.ts'
import { inputName } from '#app/forms/inputs.ts'
import { shownInput, shownInputs } from '#app/forms/shown-inputs.ts'
import { formatMoment } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { stepName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import type { ChannelId } from '#app/services/channels.ts'
import { landStandsAt } from '#app/services/index.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Conflict, OpenedAt } from '#app/ui/conflict.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { FieldInput } from '#app/ui/field.tsx'
import { ReceivedBy } from '#app/ui/hall.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { Page } from '#app/ui/page.tsx'
import { Person } from '#app/ui/person.tsx'
import { toldInput } from './county-told.ts'
import { isTooYoung, NameAdultLink } from './name-adult-link.tsx'

type Props = {
  mode: Mode
  at: string
  block: string
  /** The member the step is about; null: the folder, or one application. */
  name: string | null
  /** The service an own step belongs to. */
  service: string | null
  /** The national platform the service is applied for on. */
  channel: ChannelId | null
  savedAt: string
  progress: { at: number; of: number }
  /** Who receives what is handed in from the county that stands in this step. */
  receivers?: Receivers | null
  /** Is that what has to be read before going on? */
  isTold?: boolean
  people: readonly { id: string; name: string }[]
  fields: readonly { field: FormField; typed: TypedField; filled: boolean }[]
  /** What was just typed, where it was invalid. */
  typed?: Readonly<Record<string, TypedField>>
  errors: readonly FieldError[]
  /** The version the fields were opened at. */
  version: string
  inFolder: string
  /** How many applications of the folder were handed in so far. */
  handedIn: number
  /** The mark of the application an own step belongs to. */
  of: string | null
  /** Where something else was saved since the step was opened. */
  differences?: readonly Difference[]
  /** Does a resident's own screen follow? Then the form carries what its inputs were `shown` with. */
  isShared?: boolean
  /** Is what differs what the resident typed? */
  isAnswered?: boolean
  shown?: readonly string[]
  /** Do clerk and resident share one screen, on which the resident confirms? */
  oneScreen?: boolean
}

/** One step of a folder's form: one topic on one page. */
export function StepPage({
  mode,
  at,
  block,
  name,
  service,
  channel,
  savedAt,
  progress,
  receivers = null,
  isTold = false,
  people,
  fields,
  typed,
  errors,
  version,
  inFolder,
  handedIn,
  of,
  differences = [],
  isShared = false,
  isAnswered = false,
  shown,
  oneScreen = false,
}: Props): JSX.Element {
  const carried = shown ?? fields.flatMap(({ field, typed: before }) => shownInputs(field, inputName(field), before))
  return (
    <Page
      mode={mode}
      at={at}
      texts={['halls', 'forms', 'apply', ...(service ? [`services/${service}`] : []), ...(differences.length > 0 ? ['conflict'] : [])]}
      switching={{ by: 'form', form: 'step' }}
      back={{ href: paths.folder(mode), k: 'apply:back-to-folder' }}
      script
    >
      <div className="progress">
        <Say k="apply:step-of" values={progress} />
        <progress value={progress.at - 1} max={progress.of} aria-hidden="true" />
      </div>
      <ErrorSummary errors={errors} />
      {errors.some(isTooYoung) && <NameAdultLink mode={mode} />}
      <Conflict kind={isAnswered ? 'answered' : 'typed'} form="step" now={at} differences={differences} />
      <h1>
        <Person name={name} />
        <Say {...stepName(block, service)} />
      </h1>
      <Say as="p" className="lead" k={service === null ? `forms:blocks.${block}.lead` : 'forms:blocks.own.title'} />
      {channel !== null && (
        <div className="notice">
          <p>
            <Say k="apply:platform" />{' '}
            <strong>
              <Say k={`hotlines:channels.${channel}.name`} />
            </strong>
          </p>
          <Say as="p" k="apply:platform-or" />
        </div>
      )}
      {isTold && <ReceivedBy receivers={receivers} as="brief" />}
      <form id="step" method="post" action={at} noValidate>
        <OpenedAt version={version} folder={inFolder} />
        {of !== null && <input type="hidden" name="of" value={of} />}
        <input type="hidden" name="handed-in" value={handedIn} />
        <input type="hidden" name={toldInput} value={receivers?.county ?? ''} />
        {isShared && carried.map((one) => <input key={one} type="hidden" name={shownInput} value={one} />)}
        {fields.map(({ field, typed: before, filled }) => (
          <FieldInput
            key={field.id}
            field={field}
            name={inputName(field)}
            texts={fieldTexts({ block }, service, field)}
            typed={typed?.[field.id] ?? before}
            filled={filled && typed === undefined}
            error={errors.find((error) => error.field === inputName(field))}
            people={people}
          />
        ))}
        <div className="actions">
          <button type="submit" className="button">
            <Say k="apply:save" />
            <Icon name="arrow-right" />
          </button>
          {oneScreen && <ConfirmButton />}
        </div>
      </form>
      {!isTold && <ReceivedBy receivers={receivers} as="brief" />}
      {landStandsAt(service ?? '') && <LandPromise />}
      <SavedAt at={savedAt} />
    </Page>
  )
}

/** On a screen clerk and resident share: the resident confirms this part. */
export function ConfirmButton(): JSX.Element {
  return (
    <button type="submit" className="button second" name="confirm" value="yes">
      <Icon name="circle-check" />
      <Say k="counter:shared-session.confirm" />
    </button>
  )
}

/** When the folder was last saved: always visible. */
export function SavedAt({ at }: { at: string }): JSX.Element {
  return (
    <p className="saved-at" role="status">
      <Icon name="circle-check" />
      <Say k="apply:saved-at" values={(language) => ({ time: formatMoment(language, at) })} />
    </p>
  )
}
