import type { Difference } from '#app/cases/differences.ts'
import { type Hall, onceInput, type Staff } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Names } from '#app/ui/account-facts.tsx'
import { Notice, TextField } from '#app/ui/account-fields.tsx'
import { Say, Typed } from '#app/ui/bilingual-text.tsx'
import { Conflict, OpenedAt } from '#app/ui/conflict.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary, type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import type { TypedPost } from './post.server.ts'
import { PostFields } from './post-fields.tsx'
import type { Act } from './staff-member.server.ts'
import type { HandedLink } from './staff-members.server.ts'
import { HandOver, type StaffMember } from './staff-page.tsx'
import type { StaffWork } from './staff-work.server.ts'
import { CasesField, WorkFacts } from './staff-work-part.tsx'

type Props = {
  mode: Mode
  at: string
  staff: Staff
  member: StaffMember
  halls: readonly Hall[]
  changed: boolean
  /** A new link, shown once. */
  link: HandedLink | null
  /** Name and post as chosen but not saved. */
  typed: (TypedPost & { readonly name: string | null }) | null
  errors: readonly FieldError[]
  /** What the form of a new link carries. */
  once: string
  /** The versions of role and hall, and of how the account stands. */
  versions: { readonly post: string; readonly account: string }
  /** What somebody else changed since the page was opened, and what was to be done about the account, where it was that. */
  differences?: readonly Difference[]
  act?: Act
  work: StaffWork
  /** What is to become of the cases, as chosen but not done. */
  chosen?: string
}

/** One staff member: name, roles, hall and what they serve, active or not, a new link after a forgotten password, and removal of a lost second factor. */
export function StaffMemberPage({
  mode,
  at,
  staff,
  member,
  halls,
  changed,
  link,
  typed,
  errors,
  versions,
  once,
  differences = [],
  act,
  work,
  chosen = '',
}: Props): JSX.Element {
  const chosenPost = typed ?? { roles: member.roles, hall: member.hall?.id ?? '', serves: member.serves }
  const action = paths.deskStaffMember(mode, member.id)
  const enter = { name: 'do', value: act ?? 'change' }
  return (
    <DeskPage
      mode={mode}
      at={at}
      staff={staff}
      texts={['account', 'colleagues', 'departments']}
      switching={{ by: 'form', form: act === undefined ? 'member' : 'state', enter }}
      script
    >
      <ErrorSummary errors={errors} />
      <Conflict form={act === undefined ? 'member' : 'state'} enter={enter} now={action} differences={differences} />
      <h1>
        <Typed>{member.name}</Typed>
      </h1>
      {member.unreadable && <Say as="p" className="reason" k="errors:unreadable" />}
      {changed && errors.length === 0 && !link && <Notice k="account:changed" />}
      {link && <HandOver {...link} form="member" />}
      <Names name={member.name} login={member.login}>
        <dt>
          <Say k="account:standing" />
        </dt>
        <dd>
          <Say k={`account:standings.${member.standing}`} />
        </dd>
        <WorkFacts {...work} />
      </Names>
      <DeskForm id="member" action={action} noValidate className="card">
        <OpenedAt version={versions.post} />
        {!member.unreadable && (
          <TextField {...{ id: 'name', label: 'account:name', help: 'account:name-help', value: typed?.name ?? member.name, errors }} />
        )}
        <PostFields {...{ ...chosenPost, halls, errors }} />
        <CasesField {...{ id: 'cases', work, errors }} chosen={act === undefined ? chosen : ''} />
        <div className="actions">
          <button type="submit" name="do" value="change" className="button">
            <Say k="account:save" />
          </button>
        </div>
      </DeskForm>
      <DeskForm id="state" action={action} className="member-acts">
        <OpenedAt version={versions.account} />
        <input type="hidden" name={onceInput} value={once} />
        {act !== undefined && <input type="hidden" name="asked" value={act} />}
        {act === 'off' && member.standing === 'off' && <input type="hidden" name="cases" value={chosen} />}
        <FieldMessage id="state-error" error={errors.find(({ field }) => field === 'state')} />
        {member.standing !== 'off' && <ActButton name="link" first={!member.hasPassword} />}
        {member.hasFactor && <ActButton name="second-factor" />}
        {member.standing === 'off' ? (
          <ActButton name="on" first={!member.hasPassword} />
        ) : (
          <div>
            <CasesField {...{ id: 'cases-off', work, errors }} chosen={act === 'off' ? chosen : ''} />
            <ActButton name="off" />
          </div>
        )}
      </DeskForm>
      <p>
        <a className="text-link" href={paths.deskStaff(mode)}>
          <Say k="account:staff.back" />
        </a>
      </p>
    </DeskPage>
  )
}

/** One action on a staff member, with its consequence; `first`: for one who never chose a password. */
function ActButton({ name, first = false }: { name: Act; first?: boolean }): JSX.Element {
  return (
    <div>
      <button type="submit" name="do" value={name} className="button second" aria-describedby={`${name}-help`}>
        <Say k={`account:acts.${name}.button`} />
      </button>
      <p className="help" id={`${name}-help`}>
        <Say k={`account:acts.${name}.help${first ? '-first' : ''}`} />
      </p>
    </div>
  )
}
