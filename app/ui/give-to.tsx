import { putBack } from '#app/domain/put-back.ts'
import type { StaffRole } from '#app/domain/staff.ts'
import { text } from '#app/i18n/messages.ts'
import { usePlain } from './bilingual-text.tsx'

/** Somebody cases can be given to. */
export type Taker = { readonly id: string; readonly name: string; readonly role: StaffRole }

type Props = {
  id: string
  name: string
  form?: string
  chosen: string
  takers: readonly Taker[]
  describedBy?: string | undefined
  invalid?: boolean
}

/** To whom cases are given, or that they are put back. Nothing is chosen for anybody. */
export function GiveTo({ id, name, form, chosen, takers, describedBy, invalid = false }: Props): JSX.Element {
  const plain = usePlain()
  return (
    <select {...{ id, name, form }} defaultValue={chosen} aria-describedby={describedBy} aria-invalid={invalid || undefined}>
      <option value="">{plain('colleagues:give.choose')}</option>
      <option value={putBack}>{plain('colleagues:give.nobody')}</option>
      {takers.map((one) => (
        <option key={one.id} value={one.id}>
          {plain('colleagues:give.to', (reader) => ({ name: one.name, role: text(reader, `desk:role.${one.role}`) }))}
        </option>
      ))}
    </select>
  )
}
