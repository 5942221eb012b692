import type { StaffRole } from '#app/domain/staff.ts'
import { joinList } from '#app/i18n/format.ts'
import { text } from '#app/i18n/messages.ts'
import { InModes } from './bilingual-text.tsx'

/** The roles of somebody, in one line. */
export function Roles({ roles }: { roles: readonly StaffRole[] }): JSX.Element {
  return (
    <InModes>
      {(language) =>
        joinList(
          language,
          roles.map((role) => text(language, `desk:role.${role}`)),
        )
      }
    </InModes>
  )
}
