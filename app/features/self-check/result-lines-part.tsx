import type { Verdict } from '#app/domain/verdict.ts'
import { text } from '#app/i18n/messages.ts'
import { isParallel, type Language, langOf, languagesOf, type Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { markForeign, Say, useMode } from '#app/ui/bilingual-text.tsx'
import { MemberName } from '#app/ui/member-name.tsx'
import type { Line } from './result.ts'
import type { Group, PartLines } from './result-lines.ts'

/** What the links of a line need beside it. */
export type Where = {
  readonly mode: Mode
  readonly only: string | undefined
  readonly names: readonly { readonly id: string; readonly name: string }[]
}

type PartProps = { where: Where; part: PartLines; verdict: Verdict; level: 2 | 3 }

/** The lines of one person under one verdict. */
export function Part({ where, part: { member, name, lines, groups, nothing }, verdict, level }: PartProps): JSX.Element {
  const Heading = `h${level}` as const
  const under = nothing ? 'possible' : verdict
  return (
    <section className="lines-of">
      <Heading>{name === null ? <Say k="result:household" /> : <MemberName name={name} />}</Heading>
      {nothing && <Say as="p" className="of-lines" k={lines.length + groups.length > 0 ? 'result:nothing-ask' : 'result:nothing'} />}
      {groups.map((group) => (
        <OnlyOne key={group.choice} where={where} group={group} under={under} />
      ))}
      {lines.length > 0 && (
        <ul className={`lines lines-${under}`}>
          {lines.map((line) => (
            <LineItem key={`${line.service}-${member}`} where={where} line={line} under={under} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** Lines of which one can be chosen only; those of several people stand by service. */
function OnlyOne({ where, group: { choice, member, lines }, under }: { where: Where; group: Group; under: Verdict }): JSX.Element {
  const [own, ofOthers] = [lines.filter((line) => line.member === member), lines.filter((line) => line.member !== member)]
  return (
    <div className="only-one">
      <Say as="p" className="of-lines" k={`result:choose.${choice}`} />
      <ul className={`lines lines-${under}`}>
        {own.map((line) => (
          <LineItem key={line.service} where={where} line={line} under={under} />
        ))}
        <PeopleItems where={where} lines={ofOthers} under={under} after="act" />
      </ul>
    </div>
  )
}

/** Lines by service, each person a link. */
export function Rows({ where, lines, after }: { where: Where; lines: readonly Line[]; after: 'due' }): JSX.Element {
  return (
    <ul className="lines lines-already">
      <PeopleItems where={where} lines={lines} under="already" after={after} />
    </ul>
  )
}

type ItemsProps = { where: Where; lines: readonly Line[]; under: Verdict; after: 'act' | 'due' }

function PeopleItems({ where, lines, under, after }: ItemsProps): JSX.Element {
  const rows = new Map<string, Line[]>()
  for (const line of lines) {
    const key = `${line.service} ${line.verdict}`
    rows.set(key, [...(rows.get(key) ?? []), line])
  }
  return (
    <>
      {[...rows].map(([key, [first, ...rest]]) =>
        first === undefined ? null : (
          <li key={key} className="people">
            <Words service={first.service} after={after} />
            <Mark verdict={first.verdict} under={under} />{' '}
            {[first, ...rest].map((line) => (
              <a key={line.member} href={paths.serviceResult(where.mode, line.service, line.member, where.only)}>
                <Name where={where} member={line.member} />
              </a>
            ))}
          </li>
        ),
      )}
    </>
  )
}

function LineItem({ where, line: { service, member, verdict }, under }: { where: Where; line: Line; under: Verdict }): JSX.Element {
  return (
    <li>
      <a href={paths.serviceResult(where.mode, service, member, where.only)}>
        <Words service={service} after={verdict === 'eligible' ? 'act' : undefined} />
        <Mark verdict={verdict} under={under} />
      </a>
    </li>
  )
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

function Name({ where: { names }, member }: { where: Where; member: string | null }): JSX.Element {
  const name = names.find(({ id }) => id === member)?.name
  return name === undefined ? <Say k="result:household" /> : <MemberName name={name} />
}

/** The name of a service and what follows it, side by side in each language. */
function Words({ service, after }: { service: string; after: 'act' | 'due' | undefined }): JSX.Element {
  const mode = useMode()
  const words = (language: Language) => (
    <>
      <b>{markForeign(text(language, `services/${service}:name`), language)}</b>
      {after && <> {markForeign(text(language, `services/${service}:${after}`), language)}</>}
    </>
  )
  if (!isParallel(mode)) return words(languagesOf(mode)[0])
  return (
    <span className="pair">
      {languagesOf(mode).map((language) => (
        <span key={language} lang={langOf(language)}>
          {words(language)}{' '}
        </span>
      ))}
    </span>
  )
}
