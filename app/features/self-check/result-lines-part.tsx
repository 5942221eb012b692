import type { Verdict } from '#app/domain/verdict.ts'
import type { Line } from '#app/forms/result-groups.ts'
import { type Group, rowsByService } from '#app/forms/result-groups.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { CachedList } from '#app/ui/render-cache.tsx'
import { type PartLines, rowsIn } from './result-lines.ts'
import { cachedLine, LineItem, PeopleItems, type Where, Whose } from './result-row.tsx'

type PartProps = { where: Where; part: PartLines; verdict: Verdict }

/** The lines of one person under one verdict. */
export function Part({ where, part, verdict }: PartProps): JSX.Element {
  const { member, told, lines, groups, nothing } = part
  const under = nothing ? 'possible' : verdict
  return (
    <section className={nothing || (told.length === 0 && groups.length > 0) ? 'lines-of' : 'lines-of run-in'}>
      <h2>
        <Whose member={member} />
      </h2>
      {nothing && <Say as="p" className="of-lines" k={rowsIn(part).length > 0 ? 'result:nothing-ask' : 'result:nothing'} />}
      <Items where={where} lines={told} under={under} after="act" />
      {groups.map((group) => (
        <GroupedLines key={group.choice} where={where} group={group} under={under} />
      ))}
      <Items where={where} lines={lines} under={under} />
    </section>
  )
}

/** Lines of one person; `after`: is the next act told of what cannot be applied for at once, too? */
export function Items({
  where,
  lines,
  under,
  after,
}: {
  where: Where
  lines: readonly Line[]
  under: Verdict
  after?: 'act'
}): JSX.Element | null {
  if (lines.length === 0) return null
  return <CachedList className={`lines lines-${under}`} items={lines.map((line) => cachedLine({ where, line, under, after }))} />
}

/** Lines that belong together under one sentence; those of several people stand by service. */
function GroupedLines({ where, group: { choice, member, lines }, under }: { where: Where; group: Group; under: Verdict }): JSX.Element {
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
    <ul className="lines">
      <PeopleItems where={where} lines={lines} under="already" after={after} />
    </ul>
  )
}

/** Lines of everybody together, as rows: of whom each is stands beside it. */
export function Close({ where, parts, under }: { where: Where; parts: readonly PartLines[]; under: Verdict }): JSX.Element {
  const groups = parts.flatMap((part) => part.groups)
  return (
    <>
      {groups.map((group) => (
        <GroupedLines key={`${group.choice}-${group.member}`} where={where} group={group} under={under} />
      ))}
      <ul className="lines">
        {rowsByService(parts.flatMap(({ lines }) => lines)).map((row) => {
          const [line, ...more] = row
          if (!line) return null
          if (more.length > 0) return <PeopleItems key={line.service} where={where} lines={row} under={under} after="act" />
          return <LineItem key={`${line.service}-${line.member}`} where={where} line={line} under={under} named />
        })}
      </ul>
    </>
  )
}
