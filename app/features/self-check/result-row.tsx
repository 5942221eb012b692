import type { Verdict } from '#app/domain/verdict.ts'
import type { Line } from '#app/forms/result-groups.ts'
import { rowsByService } from '#app/forms/result-groups.ts'
import { text } from '#app/i18n/messages.ts'
import { isParallel, type Language, langOf, languagesOf, type Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { markForeign, Say, useMode } from '#app/ui/bilingual-text.tsx'
import { type CachedItem, Gap } from '#app/ui/render-cache.tsx'

/** What the links of a line need beside it. */
export type Where = {
  readonly mode: Mode
  readonly only: string | undefined
}

type ItemsProps = { where: Where; lines: readonly Line[]; under: Verdict; after: 'act' | 'due' }

/** Lines of several people, one item a service, each person a link. */
export function PeopleItems({ where, lines, under, after }: ItemsProps): JSX.Element {
  return (
    <>
      {rowsByService(lines).map(([first, ...rest]) =>
        first === undefined ? null : (
          <li key={`${first.service} ${first.verdict}`} className="people">
            <RowText service={first.service} after={after === 'due' || first.verdict === 'eligible' ? after : undefined} />
            <Mark verdict={first.verdict} under={under} />{' '}
            {[first, ...rest].map((line) => (
              <a key={line.member} href={paths.serviceResult(where.mode, line.service, line.member, where.only)}>
                <Whose member={line.member} />
              </a>
            ))}
          </li>
        ),
      )}
    </>
  )
}

type ItemProps = { where: Where; line: Line; under: Verdict; after?: 'act'; named?: boolean }

/** A line of one person, whole a link; `named`: where it is not told above whose it is. */
export function LineItem({ where, line, under, after, named = false }: ItemProps): JSX.Element {
  const { service, member, verdict } = line
  return (
    <li>
      <a href={paths.serviceResult(where.mode, service, member, where.only)}>
        <RowText service={service} after={followsOf(line, after)} />
        <Mark verdict={verdict} under={under} />
        {named && member !== null && (
          <>
            {' '}
            <Whose member={member} />
          </>
        )}
      </a>
    </li>
  )
}

/** What can be applied for says how; what cannot at once, where it is asked for. */
const followsOf = ({ verdict }: Line, after: ItemProps['after']) => (verdict === 'eligible' ? 'act' : after)

/** The same line, which names nobody, as an item of a cached list. */
export function cachedLine(props: Omit<ItemProps, 'named'>): CachedItem {
  const { where, line, under, after } = props
  const href = paths.serviceResult(where.mode, line.service, line.member, where.only)
  const mark = line.verdict === under ? '' : line.verdict
  return { by: `result line ${href} ${followsOf(line, after)} ${mark}`, item: () => <LineItem {...props} /> }
}

/** The mark of a line that is not of the verdict it stands under. */
function Mark({ verdict, under }: { verdict: Verdict; under: Verdict }): JSX.Element | null {
  if (verdict === under) return null
  return (
    <>
      {' '}
      <Say className={`mark mark-${verdict}`} k={`verdicts:${verdict}.name`} />
    </>
  )
}

/** Whose something is: the household's, or a member's, whose name stands in the gap of their id. */
export const Whose = ({ member }: { member: string | null }): JSX.Element =>
  member === null ? <Say k="result:household" /> : <Gap of={member} />

/** The name of a service and what follows it, side by side in each language. */
function RowText({ service, after }: { service: string; after: 'act' | 'due' | undefined }): JSX.Element {
  const mode = useMode()
  const textIn = (language: Language) => (
    <>
      <b>{markForeign(text(language, `services/${service}:name`), language)}</b>
      {after && <> {markForeign(text(language, `services/${service}:${after}`), language)}</>}
    </>
  )
  if (!isParallel(mode)) return textIn(languagesOf(mode)[0])
  return (
    <span className="pair">
      {languagesOf(mode).map((language) => (
        <span key={language} lang={langOf(language)}>
          {textIn(language)}{' '}
        </span>
      ))}
    </span>
  )
}
