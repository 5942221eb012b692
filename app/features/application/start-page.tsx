import { onceInput } from '#app/domain/staff.ts'
import { listable } from '#app/forms/relatives.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { landStandsAt } from '#app/services/index.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { OfFolder } from '#app/ui/conflict.tsx'
import { WrittenBy } from '#app/ui/desk-form.tsx'
import { ErrorSummary, type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { LandPromise } from '#app/ui/land-promise.tsx'
import { MemberName } from '#app/ui/member-name.tsx'
import { Option } from '#app/ui/option.tsx'
import { Page } from '#app/ui/page.tsx'
import { Person } from '#app/ui/person.tsx'
import { PinField } from '#app/ui/pin-field.tsx'
import { VerdictBadge } from '#app/ui/verdict.tsx'
import type { ServiceChoice } from './choices.ts'
import { LanguageChoice } from './language-choice.tsx'

type Props = {
  mode: Mode
  at: string
  days: number
  /** What makes a form that is sent twice start one folder. */
  once: string
  /** The open folder that is added to; null: one is started. */
  folder: string | null
  picks: readonly ServiceChoice[]
  people: readonly { id: string; name: string }[]
  picked: readonly string[]
  given: readonly string[]
  who: string
  /** Is the language the resident reads asked for, because a clerk begins? */
  asksLanguage: boolean
  language: string
  errors: readonly FieldError[]
}

/** Chooses services, members, and a PIN. */
export function StartPage(props: Props): JSX.Element {
  const { mode, at, days, folder, picks, people, errors } = props
  const adding = folder !== null
  const errorAt = (field: string) => errors.find((error) => error.field === field)
  return (
    <Page mode={mode} at={at} texts={['apply', 'forms']} switching={{ by: 'form', form: 'start' }} script>
      <ErrorSummary errors={errors} />
      <Say as="h1" k={adding ? 'apply:start.add-title' : 'apply:title'} />
      <Say as="p" className="lead" k="apply:intake" />
      <Say as="p" k="apply:paper-way" />
      {!adding && (
        <p>
          <IconLink href={paths.openFolder(mode)} icon="bookmark" k="apply:start.have-code" />
        </p>
      )}
      {people.length === 0 && (
        <p>
          <IconLink href={paths.check(mode)} icon="circle-help" k="apply:start.no-check" />
        </p>
      )}
      <form id="start" method="post" action={paths.apply(mode)} noValidate>
        {folder === null ? (
          <>
            <WrittenBy />
            <input type="hidden" name={onceInput} value={props.once} />
          </>
        ) : (
          <OfFolder folder={folder} />
        )}
        <Services {...props} error={errorAt('pick')} />
        {people.length === 0 && <ForWhom given={props.given} />}
        {landStandsAt(...picks.map(({ service }) => service)) && <LandPromise />}
        {!adding && people.length > 0 && <Who {...props} error={errorAt('who')} />}
        {props.asksLanguage && <LanguageChoice label="apply:language.ask" chosen={props.language} error={errorAt('language')} />}
        {!adding && (
          <fieldset className="card">
            <legend className="visually-hidden">
              <Say k="check:save.pin" />
            </legend>
            <Say as="p" k="apply:start.pin-lead" />
            <PinField id="pin" label="check:save.pin" help errors={errors} />
            <PinField id="again" label="check:save.again" errors={errors} />
          </fieldset>
        )}
        <div className="actions">
          <button type="submit" className="button">
            <Say k={adding ? 'apply:start.add-button' : 'apply:start.button'} />
            <Icon name="arrow-right" />
          </button>
        </div>
      </form>
      <Say as="p" className="quiet" k="apply:kept" values={{ days }} />
    </Page>
  )
}

function Services({ picks, picked, error }: Props & { error: FieldError | undefined }): JSX.Element {
  return (
    <fieldset className="form-field" aria-describedby={error ? 'pick-error' : undefined}>
      <legend>
        <Say k="apply:start.choose" />
      </legend>
      <Say as="p" className="help" k="apply:start.lead" />
      <FieldMessage id="pick-error" error={error} />
      <div className="options">
        {picks.map(({ pick, service, name, verdict }, index) => (
          <Option
            key={pick}
            inputId={index === 0 ? 'pick' : `pick-${pick}`}
            type="checkbox"
            name="pick"
            value={pick}
            checked={picked.includes(pick)}
          >
            <span className="option-text pick">
              <Person name={name} />
              <Say k={`services/${service}:name`} />
              {verdict !== null && <VerdictBadge verdict={verdict} />}
              {verdict === 'not-yet' && <Say className="option-help" k="apply:start.not-yet" />}
            </span>
          </Option>
        ))}
      </div>
    </fieldset>
  )
}

function ForWhom({ given }: { given: readonly string[] }): JSX.Element {
  return (
    <fieldset className="form-field">
      <legend>
        <Say k="apply:start.for" />
      </legend>
      <Say as="p" className="help" k="apply:start.for-help" />
      <div className="options">
        {listable.map((relative) => (
          <Option key={relative} inputId={`for-${relative}`} type="checkbox" name="for" value={relative} checked={given.includes(relative)}>
            <span className="option-text">
              <Say k={`check:members.relatives.${relative}`} />
            </span>
          </Option>
        ))}
      </div>
    </fieldset>
  )
}

function Who({ people, who, error }: Props & { error: FieldError | undefined }): JSX.Element {
  return (
    <fieldset className="form-field" aria-describedby={error ? 'who-error' : undefined}>
      <legend>
        <Say k="apply:start.who" />
      </legend>
      <Say as="p" className="help" k="apply:start.who-help" />
      <FieldMessage id="who-error" error={error} />
      <div className="options">
        {people.map(({ id, name }, index) => (
          <Option key={id} inputId={index === 0 ? 'who' : `who-${id}`} type="radio" name="who" value={id} checked={who === id}>
            <span className="option-text">
              <MemberName name={name} />
            </span>
          </Option>
        ))}
      </div>
    </fieldset>
  )
}
