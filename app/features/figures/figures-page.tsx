import type { ReactNode } from 'react'
import type { FigureRow, Figures, Share } from '#app/domain/figures.ts'
import type { Staff } from '#app/domain/staff.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { channelName, conditionName, countyName, modeName, plainName, serviceName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { InModes, Say, usePlain } from '#app/ui/bilingual-text.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { UnreadableRow } from '#app/ui/unreadable-row.tsx'

type Props = {
  mode: Mode
  at: string
  staff: Staff
  weeks: number
  counties: readonly string[]
  county: string | null
  service: string | null
  services: readonly string[]
  figures: Figures
  /** Rows that could not be counted. */
  unreadable: readonly { table: string; id: string }[]
}

/** Received and decided cases, durations, languages and channels: as tables with bars. */
export function FiguresPage(props: Props): JSX.Element {
  const { mode, at, staff, figures, unreadable } = props
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['figures']}>
      <h1>
        <Say k="figures:title" />
      </h1>
      <Say as="p" className="quiet" k="figures:lead" />
      <Filter {...props} />
      {unreadable.length > 0 && (
        <ul className="plain-list notice">
          {unreadable.map(({ table, id }) => (
            <li key={table + id}>
              <UnreadableRow table={table} id={id} />
            </li>
          ))}
        </ul>
      )}
      <Rows
        name="weeks"
        head="week"
        rows={figures.weeks}
        label={(day) => <InModes>{(language) => formatDay(language, day)}</InModes>}
        all={figures.all}
      />
      <Rows name="services" head="service" rows={figures.services} label={(id) => <Say {...serviceName(id)} />} />
      <Rows name="counties" head="place" rows={figures.counties} label={(code) => <Say {...countyName(code)} />} />
      <Shares name="declined-for" head="condition" shares={figures.declinedFor} label={declinedFor} />
      <Shares name="modes" head="language" shares={figures.modes} label={(of) => <Say {...modeName(of)} />} />
      <Shares name="channels" head="channel" shares={figures.channels} label={(of) => <Say {...channelName(of)} />} />
      <Shares name="ratings" head="rating" shares={figures.ratings} label={(of) => <Say k={`figures:score.${of}`} />} />
      <Shares name="answers" head="answer" shares={figures.answers} label={(of) => <Say k={`figures:answer.${of}`} />} />
      <a className="text-link" href={paths.ratings(mode)}>
        <Say k="ratings:title" />
      </a>
    </DeskPage>
  )
}

function declinedFor(of: string): ReactNode {
  const [service = '', condition] = of.split(' ')
  return (
    <>
      <Say {...serviceName(service)} />
      {' · '}
      {condition ? <Say {...conditionName(service, condition)} /> : <Say k="figures:no-condition" />}
    </>
  )
}

function Filter({ mode, weeks, counties, county, service, services }: Props): JSX.Element {
  const plain = usePlain()
  return (
    <search className="filters wide">
      <form method="get" aria-label={plain('figures:filter.title')}>
        <label className="field">
          <Say k="figures:filter.weeks" />
          <select name="weeks" defaultValue={weeks}>
            {[4, 12, 26, 52].map((count) => (
              <option key={count} value={count}>
                {plain('figures:weeks-back', { count })}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <Say k="figures:filter.service" />
          <select name="service" defaultValue={service ?? ''}>
            <option value="">{plain('figures:filter.any')}</option>
            {services.map((id) => (
              <option key={id} value={id}>
                {plainName(mode, serviceName(id))}
              </option>
            ))}
          </select>
        </label>
        {counties.length > 1 && (
          <label className="field">
            <Say k="figures:filter.place" />
            <select name="county" defaultValue={county ?? ''}>
              <option value="">{plain('figures:filter.any')}</option>
              {counties.map((code) => (
                <option key={code} value={code}>
                  {plainName(mode, countyName(code))}
                </option>
              ))}
            </select>
          </label>
        )}
        <button type="submit" className="button small">
          <Say k="figures:filter.show" />
        </button>
      </form>
    </search>
  )
}

type RowsProps = { name: string; head: string; rows: readonly FigureRow[]; label: (of: string) => ReactNode; all?: FigureRow }

function Rows({ name, head, rows, label, all }: RowsProps): JSX.Element {
  return (
    <>
      <Say as="h2" id={`of-${name}`} k={`figures:of.${name}`} />
      {rows.length === 0 ? (
        <Say as="p" k="figures:nothing" />
      ) : (
        <BarChart
          labelledBy={`of-${name}`}
          heads={[
            ...['received', 'decided', 'approved', 'declined', 'days-to-answer', 'days-to-decision', 'corrections'].map((one) => (
              <Say key={one} k={`figures:head.${one}`} />
            )),
          ]}
          first={<Say k={`figures:head.${head}`} />}
          drawn={2}
          bars={[...rows, ...(all ? [all] : [])].map((row) => ({
            key: row.of,
            label: row.of === 'all' ? <Say k="figures:of.all" /> : label(row.of),
            isSum: row.of === 'all',
            values: [
              ...[row.received, row.decided, row.approved, row.declined, row.daysToAnswer, row.daysToDecision],
              Math.round(row.corrections * 100) / 100,
            ],
          }))}
        />
      )}
    </>
  )
}

type SharesProps = { name: string; head: string; shares: readonly Share[]; label: (of: string) => ReactNode }

function Shares({ name, head, shares, label }: SharesProps): JSX.Element {
  return (
    <>
      <Say as="h2" id={`of-${name}`} k={`figures:of.${name}`} />
      {shares.every(({ count }) => count === 0) ? (
        <Say as="p" k="figures:nothing" />
      ) : (
        <BarChart
          labelledBy={`of-${name}`}
          first={<Say k={`figures:head.${head}`} />}
          heads={[<Say key="count" k="figures:head.count" />]}
          drawn={1}
          bars={shares.map(({ of, count }) => ({ key: of, label: label(of), values: [count] }))}
        />
      )}
    </>
  )
}
