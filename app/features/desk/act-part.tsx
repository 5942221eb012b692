import type { InEvery } from '#app/domain/language.ts'
import { formatDay, joinList } from '#app/i18n/format.ts'
import type { Nature } from '#app/services/act.ts'
import { InModes, Say } from '#app/ui/bilingual-text.tsx'

/** What a service is in law, and who is in charge of it. */
export type ActProps = { nature: Nature; departments: readonly InEvery<string>[] }
type Props = { act: ActProps | null; acceptanceDue: string | null; stopped: string | null }

/** Of a case: what it is in law and who is in charge, by when it is to be accepted, and whether its clock stands still. */
export function LawItems({ act, acceptanceDue, stopped }: Props): JSX.Element {
  return (
    <>
      {act && (
        <li>
          <Say k={`natures:nature.${act.nature}`} /> · <Say k="natures:in-charge" />{' '}
          <InModes>
            {(language) =>
              joinList(
                language,
                act.departments.map((one) => one[language]),
              )
            }
          </InModes>
        </li>
      )}
      {acceptanceDue && (
        <li>
          <Say k="natures:acceptance" values={(language) => ({ day: formatDay(language, acceptanceDue) })} />
        </li>
      )}
      {stopped && (
        <li>
          <Say k="natures:stopped" values={(language) => ({ day: formatDay(language, stopped) })} />
        </li>
      )}
    </>
  )
}
