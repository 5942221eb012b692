import { checkInput } from '#app/forms/other-check.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say, usePlain } from '#app/ui/bilingual-text.tsx'
import { ErrorSummary, type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { MemberName, usePlainMemberName } from '#app/ui/member-name.tsx'
import { Page } from '#app/ui/page.tsx'
import { RelativeChoices, type TypedRelatives } from './relative-choices.tsx'

type Props = {
  mode: Mode
  at: string
  only: string | undefined
  /** Which check it is of. */
  check: string
  members: readonly { id: string; name: string }[]
  full: boolean
  /** Did a page of somebody who is listed no more lead here? */
  removed: boolean
  typed: TypedRelatives & { readonly name: string }
  errors: readonly FieldError[]
  back: string
}

/** The members of the household: relatives ticked all at once, others by a name; freely added and removed. */
export function MembersPage({ mode, at, only, check, members, full, removed, typed, errors, back }: Props): JSX.Element {
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
      {removed && errors.length === 0 && (
        <p className="notice" role="status">
          <Say k="check:members.removed" />
        </p>
      )}
      <Say as="h1" className="small" k="check:members.title" />
      <Say as="p" k="check:members.lead" />
      <form id="members" method="post" action={paths.members(mode, only)} noValidate>
        <input type="hidden" name={checkInput} value={check} />
        {members.length > 0 && (
          <ul className="plain-list member-list">
            {members.map((person) => (
              <MemberItem key={person.id} {...person} />
            ))}
          </ul>
        )}
        {full ? (
          <Say as="p" className="notice" k="check:members.full" />
        ) : (
          <>
            <RelativeChoices members={members} typed={typed} error={errors.find(({ field }) => field === 'who')} />
            <OtherName typed={typed.name} error={errors.find(({ field }) => field === 'name')} />
          </>
        )}
        <div className="actions next">
          <button type="submit" className="button" name="do" value="done">
            <Say k="check:members.done" />
            <Icon name="arrow-right" />
          </button>
        </div>
      </form>
    </Page>
  )
}

function OtherName({ typed, error }: { typed: string; error: FieldError | undefined }): JSX.Element {
  return (
    <div className="other-name">
      <label className="field" htmlFor="name">
        <Say k="check:members.name" />
        <input
          id="name"
          name="name"
          defaultValue={typed}
          maxLength={80}
          autoComplete="off"
          aria-describedby={error ? 'name-error' : 'name-help'}
        />
      </label>
      <FieldMessage id="name-error" error={error} />
      <p className="help" id="name-help">
        <Say k="check:members.name-help" />
      </p>
      <button type="submit" className="button second" name="do" value="add">
        <Icon name="plus" />
        <Say k="check:members.add" />
      </button>
    </div>
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
