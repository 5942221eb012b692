import type { ReactNode } from 'react'
import { Say } from './bilingual-text.tsx'

/** One row: the first cell is its heading. `quiet`: less important. */
export type DeskRow = { readonly key: string; readonly cells: readonly ReactNode[]; readonly quiet?: boolean }

/** A table of the desk: headings by the keys of their texts, rows with a heading each. On a narrow screen the cells are stacked. */
export function DeskTable({ heads, rows }: { heads: readonly string[]; rows: readonly DeskRow[] }): JSX.Element {
  return (
    <table className="desk-table wide">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              <Say k={head} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [first, ...rest], quiet }) => (
          <tr key={key} className={quiet ? 'quiet' : undefined}>
            <th scope="row">{first}</th>
            {rest.map((cell, index) => (
              <td key={heads[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
