import { type Hall, staffRoles } from '#app/domain/staff.ts'
import { plainText } from '#app/i18n/messages.ts'
import { languagesOf, type Mode } from '#app/i18n/mode.ts'
import { describedBy, Labelled } from '#app/ui/account-fields.tsx'
import { useMode, usePlain } from '#app/ui/bilingual-text.tsx'
import type { FieldError } from '#app/ui/error-summary.tsx'

type Props = { role: string; hall: string; halls: readonly Hall[]; errors: readonly FieldError[] }

/** The name of a hall as plain text. */
const plainName = (mode: Mode, { name }: Hall) =>
  languagesOf(mode)
    .map((language) => name[language])
    .join(' · ')

/** The choice of role and hall. */
export function PostFields({ role, hall, halls, errors }: Props): JSX.Element {
  const [mode, plain] = [useMode(), usePlain()]
  const ofRole = { id: 'role', label: 'account:role', help: 'account:role-help', errors }
  const ofHall = { id: 'hall', label: 'account:hall', help: 'account:hall-help', errors }
  return (
    <>
      <Labelled {...ofRole}>
        <select id="role" name="role" defaultValue={role} aria-describedby={describedBy(ofRole)}>
          <option value="">{plain('account:choose')}</option>
          {staffRoles.map((one) => (
            <option key={one} value={one}>
              {plainText(mode, `desk:role.${one}`)}
            </option>
          ))}
        </select>
      </Labelled>
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
    </>
  )
}
