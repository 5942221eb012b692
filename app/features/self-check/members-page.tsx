import { relatives } from '#app/forms/relatives.ts'
import { text } from '#app/i18n/messages.ts'
import { languagesOf, type Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say, usePlain } from '#app/ui/bilingual-text.tsx'
import { ErrorSummary, type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { MemberName, usePlainMemberName } from '#app/ui/member-name.tsx'
import { Page } from '#app/ui/page.tsx'

/** Who is offered by one tap; a name of one's own can be typed as well. */
const offered = [...relatives, 'myself'] as const

type Props = {
  mode: Mode
  at: string
  only: string | undefined
  members: readonly { id: string; name: string }[]
  full: boolean
  typed: string
  errors: readonly FieldError[]
  back: string
}

/** The members of the household: added and removed freely. */
export function MembersPage({ mode, at, only, members, full, typed, errors, back }: Props): JSX.Element {
  return (
    <Page
      mode={mode}
      at={at}
      texts={['check']}
      switching={{ by: 'form', form: 'members', enter: { name: 'do', value: 'add' } }}
      back={{ href: back, k: 'check:back' }}
      script
    >
      <ErrorSummary errors={errors} />
      <Say as="h1" k="check:members.title" />
      <Say as="p" className="lead" k="check:members.lead" />
      <form id="members" method="post" action={paths.members(mode, only)} noValidate>
        <ul className="plain-list member-list">
          {members.map((person) => (
            <MemberItem key={person.id} {...person} />
          ))}
        </ul>
        {full ? (
          <Say as="p" className="notice" k="check:members.full" />
        ) : (
          <fieldset className="card">
            <legend className="visually-hidden">
              <Say k="check:members.add-title" />
            </legend>
            <Say as="p" k="check:members.tap" />
            <div className="quick">
              {offered.map((relative) => (
                <button key={relative} type="submit" className="button second small" name="do" value={`quick:${relative}`}>
                  <Icon name="plus" />
                  <Say k={`check:members.relatives.${relative}`} />
                </button>
              ))}
            </div>
            <label className="field" htmlFor="name">
              <Say k="check:members.name" />
              <input
                id="name"
                name="name"
                defaultValue={typed}
                maxLength={80}
                autoComplete="off"
                aria-describedby={errors.length > 0 ? 'name-error' : 'name-help'}
              />
            </label>
            <FieldMessage id="name-error" error={errors[0]} />
            <p className="help" id="name-help">
              <Say k="check:members.name-help" />
            </p>
            <button type="submit" className="button second" name="do" value="add">
              <Icon name="plus" />
              <Say k="check:members.add" />
            </button>
          </fieldset>
        )}
        <div className="actions">
          <button type="submit" className="button" name="do" value="done">
            <Say k="check:members.done" />
            <Icon name="arrow-right" />
          </button>
        </div>
      </form>
    </Page>
  )
}

function MemberItem({ id, name }: { id: string; name: string }): JSX.Element {
  const [plain, named] = [usePlain(), usePlainMemberName()]
  return (
    <li>
      <span>
        <Icon name="user" />
        <MemberName name={name} />
      </span>
      <button
        type="submit"
        className="button second small"
        name="do"
        value={`remove:${id}`}
        aria-label={`${plain('check:members.remove')} ${named(name)}`}
      >
        <Icon name="trash-2" />
        <Say k="check:members.remove" />
      </button>
    </li>
  )
}

/** The name a tap on a relative gives, in the prominent language of the page. */
export function relativeName(mode: Mode, relative: string): string | undefined {
  return offered.some((one) => one === relative) ? text(languagesOf(mode)[0], `check:members.relatives.${relative}`) : undefined
}
