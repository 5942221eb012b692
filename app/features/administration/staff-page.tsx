import { type Hall, onceInput, type Staff, staffRoles } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { TextField } from '#app/ui/account-fields.tsx'
import { InModes, Say, Typed } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { type DeskRow, DeskTable } from '#app/ui/desk-table.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { Qr } from '#app/ui/qr.tsx'
import { Roles } from '#app/ui/roles.tsx'
import type { TypedPost } from './post.server.ts'
import { PostFields } from './post-fields.tsx'
import type { HandedLink, Standing } from './staff-members.server.ts'

/** A staff member as administrators see them. */
export type StaffMember = Pick<Staff, 'id' | 'name' | 'role' | 'roles' | 'serves' | 'hall'> & {
  login: string
  standing: Standing
  hasFactor: boolean
  hasPassword: boolean
  unreadable: boolean
}

type Props = {
  mode: Mode
  at: string
  staff: Staff
  members: readonly StaffMember[]
  halls: readonly Hall[]
  /** What the form for a new staff member carries. */
  once: string
  /** The link of a staff member just created. */
  link: HandedLink | null
  /** The form for a new staff member, as typed but not saved. */
  typed: (TypedPost & { readonly name: string; readonly login: string }) | null
  errors: readonly FieldError[]
}

/** The staff members, and a form to add one. */
export function StaffPage({ mode, at, staff, members, halls, once, link, errors, ...props }: Props): JSX.Element {
  const typed = props.typed ?? { name: '', login: '', roles: [], hall: '', serves: [] }
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['account', 'departments']} switching={{ by: 'form', form: 'add' }} script>
      <ErrorSummary errors={errors} />
      <Say as="h1" k="account:staff.title" />
      {link && <HandOver {...link} form="add" />}
      <DeskTable
        heads={['name', 'login', 'role', 'hall', 'standing'].map((head) => `account:${head}`)}
        rows={members.map((member) => rowOf(mode, member))}
      />
      <Say as="h2" k="account:staff.add" />
      <DeskForm id="add" action={paths.deskStaff(mode)} noValidate className="card">
        <input type="hidden" name={onceInput} value={once} />
        <TextField {...{ id: 'name', label: 'account:name', help: 'account:name-help', value: typed.name, errors }} />
        <TextField {...{ id: 'login', label: 'account:login', help: 'account:login-help', value: typed.login, errors }} />
        <PostFields {...{ ...typed, halls, errors }} />
        <div className="actions">
          <button type="submit" className="button">
            <Say k="account:staff.add-button" />
          </button>
        </div>
      </DeskForm>
    </DeskPage>
  )
}

const rowOf = (mode: Mode, { id, name, login, role, roles, hall, standing, unreadable }: StaffMember): DeskRow => ({
  key: id,
  quiet: standing === 'off',
  cells: [
    <a key="name" className="text-link" href={paths.deskStaffMember(mode, id)}>
      <Typed>{name}</Typed>
    </a>,
    unreadable ? <Say key="login" className="reason" k="errors:unreadable" /> : <Typed key="login">{login}</Typed>,
    staffRoles.includes(role) ? <Roles key="role" roles={roles} /> : <Say key="role" className="reason" k="errors:unreadable" />,
    hall && <InModes key="hall">{(language) => hall.name[language]}</InModes>,
    <Say key="standing" k={`account:standings.${standing}`} />,
  ],
})

/** A link to hand over. Shown once: only its hash is stored. `form`: by which the mode is switched; it takes the link along. */
export function HandOver({ name, token, path, address, hours, form }: HandedLink & { form: string }): JSX.Element {
  return (
    <div className="promise" role="status">
      <input type="hidden" name="handed" value={token} form={form} />
      <h2>
        <Say k="account:link.title" />
      </h2>
      <p>
        <Say k="account:link.for" /> <Typed>{name}</Typed>
      </p>
      <p className="secret">
        <a href={path}>{address ?? path}</a>
      </p>
      {address !== null && (
        <>
          <Qr of={address} />
          <Say as="p" k="account:link.qr-help" />
        </>
      )}
      {address === null && <Say as="p" k="account:link.put-before" />}
      <Say as="p" k="account:link.once" values={{ hours }} />
    </div>
  )
}
