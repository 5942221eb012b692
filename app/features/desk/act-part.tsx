import type { InEvery } from '#app/domain/language.ts'
import { formatDay, joinList } from '#app/i18n/format.ts'
import type { Nature } from '#app/services/act.ts'
import { InModes, Say } from '#app/ui/bilingual-text.tsx'

/** What a service is in law, and who decides on it. */
export type ActProps = { nature: Nature; decides: readonly InEvery<string>[] }
type Props = { act: ActProps | null; acceptanceDue: string | null; stopped: string | null }

/** Of a case: what it is in law and who decides, by when it is to be accepted, and whether its clock stands still. */
export function LawItems({ act, acceptanceDue, stopped }: Props): JSX.Element {
  return (
    <>
      {act && (
        <li>
          <Say k={`natures:nature.${act.nature}`} /> · <Say k="natures:decides" />{' '}
          <InModes>
            {(language) =>
              joinList(
                language,
                act.decides.map((one) => one[language]),
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
