import { type Hall, staffRoles } from '#app/domain/staff.ts'
import { plainText } from '#app/i18n/messages.ts'
import { languagesOf, type Mode } from '#app/i18n/mode.ts'
import { departmentName, serviceName } from '#app/i18n/stored-names.ts'
import { services } from '#app/services/index.ts'
import { servableDepartments } from '#app/services/served.ts'
import { describedBy, Labelled } from '#app/ui/account-fields.tsx'
import { Say, useMode, usePlain } from '#app/ui/bilingual-text.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import type { TypedPost } from './post.server.ts'

type Props = TypedPost & { halls: readonly Hall[]; errors: readonly FieldError[] }

/** The name of a hall as plain text. */
const plainName = (mode: Mode, { name }: Hall) =>
  languagesOf(mode)
    .map((language) => name[language])
    .join(' · ')

/** The choice of roles, hall, and what somebody serves. */
export function PostFields({ roles, hall, serves, halls, errors }: Props): JSX.Element {
  const [mode, plain] = [useMode(), usePlain()]
  const ofHall = { id: 'hall', label: 'account:hall', help: 'account:hall-help', errors }
  return (
    <>
      <fieldset className="form-field">
        <legend>
          <Say k="account:role" />
        </legend>
        <FieldMessage id="role-error" error={errors.find(({ field }) => field === 'role')} />
        {staffRoles.map((one, index) => (
          <Ticked key={one} id={index === 0 ? 'role' : `role-${one}`} name="role" value={one} chosen={roles} k={`desk:role.${one}`} />
        ))}
        <Say as="p" className="help" k="account:role-help" />
        <Say as="p" className="help" k="account:roles-help" />
      </fieldset>
      <Labelled {...ofHall}>
        <select id="hall" name="hall" defaultValue={hall} aria-describedby={describedBy(ofHall)}>
          <option value="">{plain('account:no-hall')}</option>
          {halls.map((one) => (
            <option key={one.id} value={one.id}>
              {plainName(mode, one)}
            </option>
          ))}
        </select>
      </Labelled>
      <Serves serves={serves} errors={errors} />
    </>
  )
}

/** What somebody serves: whole departments, or single services. */
function Serves({ serves, errors }: Pick<Props, 'serves' | 'errors'>): JSX.Element {
  return (
    <fieldset className="form-field" id="serves">
      <legend>
        <Say k="account:serves.label" />
      </legend>
      <FieldMessage id="serves-error" error={errors.find(({ field }) => field === 'serves')} />
      <input type="hidden" name="serves-asked" value="yes" />
      <Say as="p" className="help" k="account:serves.help" />
      <details open={servableDepartments.some((one) => serves.includes(one))}>
        <Say as="summary" k="account:serves.departments" />
        {servableDepartments.map((one) => (
          <Ticked key={one} id={`serves-${one}`} name="serves" value={one} chosen={serves} k={departmentName(one).k} />
        ))}
      </details>
      <details open={services.some(({ id }) => serves.includes(id))}>
        <Say as="summary" k="account:serves.services" />
        {services.map(({ id }) => (
          <Ticked key={id} id={`serves-${id}`} name="serves" value={id} chosen={serves} k={serviceName(id).k} />
        ))}
      </details>
    </fieldset>
  )
}

type TickedProps = { id: string; name: string; value: string; chosen: readonly string[]; k: string }

function Ticked({ id, name, value, chosen, k }: TickedProps): JSX.Element {
  return (
    <label className="option" htmlFor={id}>
      <input type="checkbox" {...{ id, name, value }} defaultChecked={chosen.includes(value)} />
      <Say k={k} />
    </label>
  )
}
