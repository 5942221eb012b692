import type { InEvery } from '#app/domain/language.ts'
import { formatDay } from '#app/i18n/format.ts'
import { text } from '#app/i18n/messages.ts'
import { InModes, Say, Typed } from './bilingual-text.tsx'

type Fact = { readonly label: string; readonly k?: string; readonly said?: InEvery<string>; readonly day?: string; readonly value?: string }

/** What is told of a step, each with what it is called. */
export function Facts({ facts }: { facts: readonly Fact[] }): JSX.Element | null {
  if (facts.length === 0) return null
  return (
    <ul className="inline-list">
      {facts.map(({ label, k, said, day, value }) => (
        <li key={label}>
          {value === undefined ? (
            <InModes>
              {(language) =>
                text(language, 'steps:fact', {
                  label: text(language, label),
                  value: day ? formatDay(language, day) : (said?.[language] ?? text(language, k ?? '')),
                })
              }
            </InModes>
          ) : (
            <>
              <Say className="quiet" k={label} /> <Typed>{value}</Typed>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
