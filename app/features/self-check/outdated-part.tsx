import { text } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { InModes, Say } from '#app/ui/bilingual-text.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { MemberName } from '#app/ui/member-name.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import type { OutdatedShown } from './outdated.ts'

type Props = { mode: Mode; only: string | undefined; outdated: readonly OutdatedShown[] }

/** Answers that do not count any more as they were given: whose, which, and what becomes of each. */
export function OutdatedAnswers({ mode, only, outdated }: Props): JSX.Element | null {
  if (outdated.length === 0) return null
  return (
    <section className="notice" id="outdated" aria-labelledby="outdated-title">
      <Say as="h2" id="outdated-title" k="check:outdated.title" />
      <Say as="p" k="check:outdated.lead" />
      <ul className="plain-list tasks">
        {outdated.map((one) => (
          <li key={`${one.member} ${one.question.zh}`}>
            <span>
              {one.name === null ? <Say k="check:about-household" /> : <MemberName name={one.name} />}{' '}
              <strong>
                <BilingualText text={one.question} />
              </strong>
              <OutdatedSentence one={one} />
            </span>
            {one.at !== null && one.what !== 'again' && (
              <IconLink href={paths.question(mode, one.at, one.member, only, 'summary')} icon="pencil" k="check:summary.change" />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What became of one of them. */
export function OutdatedSentence({ one: { what, old, now, to } }: { one: OutdatedShown }): JSX.Element {
  return (
    <InModes as="p">
      {(language) => text(language, `check:outdated.${what}`, { old: old[language], now: now?.[language] ?? '', to: to?.[language] ?? '' })}
    </InModes>
  )
}
