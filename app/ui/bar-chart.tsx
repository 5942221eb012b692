import type { ReactNode } from 'react'

type Bar = { readonly key: string; readonly label: ReactNode; readonly values: readonly number[] }
type BarChartProps = {
  /** The id of the heading that names the table. */
  labelledBy: string
  /** Heading of the first column, then of each series. */
  heads: readonly ReactNode[]
  bars: readonly Bar[]
}

const width = 240

/**
 * A table whose numbers stand beside their bars: readers of the page get the table, the eye gets the bars. Drawn on the server, without a script.
 */
export function BarChart({ labelledBy, heads, bars }: BarChartProps): JSX.Element {
  const highest = Math.max(1, ...bars.flatMap(({ values }) => values))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too
    <section className="scrolls" aria-labelledby={labelledBy} tabIndex={0}>
      <table className="bars">
        <thead>
          <tr>
            {heads.map((head, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a fixed row of headings
              <th key={index} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bars.map(({ key, label, values }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {values.map((value, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one column a series
                <td key={index}>
                  <svg className={`bar bar-${index}`} width={width} height="14" viewBox={`0 0 ${width} 14`} aria-hidden="true">
                    <rect width={Math.round((value / highest) * width)} height="14" rx="2" />
                  </svg>{' '}
                  <span className="number">{value}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
