import type { ReactNode } from 'react'
import { Say } from './bilingual-text.tsx'

type Bar = {
  readonly key: string
  readonly label: ReactNode
  /** One number a column; null where there is none. */
  readonly values: readonly (number | null)[]
  /** The sum of the others: it has no bars, which would dwarf theirs. */
  readonly isSum?: boolean
}

type BarChartProps = {
  /** The id of the heading that names the table. */
  labelledBy: string
  /** Heading of the first column, and of each number. */
  first: ReactNode
  heads: readonly ReactNode[]
  /** How many of the numbers have bars, from the first on. */
  drawn: number
  bars: readonly Bar[]
}

const width = 120

/** A table whose first columns also have bars: screen readers get the table. Rendered on the server. */
export function BarChart({ labelledBy, first, heads, drawn, bars }: BarChartProps): JSX.Element {
  const highest = Math.max(1, ...bars.filter(({ isSum }) => !isSum).flatMap(({ values }) => values.slice(0, drawn).map(Number)))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too
    <section className="wide scrolling" aria-labelledby={labelledBy} tabIndex={0}>
      <table className="bars">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {heads.map((head, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a fixed row of headings
              <th key={index} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bars.map(({ key, label, values, isSum = false }) => (
            <tr key={key} className={isSum ? 'sum' : undefined}>
              <th scope="row">{label}</th>
              {values.map((value, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one column a heading
                <td key={index}>
                  {index < drawn && !isSum && <BarOf part={(value ?? 0) / highest} series={index} />}
                  {value === null ? <Say k="figures:none" /> : value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function BarOf({ part, series }: { part: number; series: number }): JSX.Element {
  return (
    <svg className={`bar series-${series}`} width={width} height="12" aria-hidden="true">
      <rect width={Math.round(part * width)} height="12" rx="2" />
    </svg>
  )
}
