import { Say } from './bilingual-text.tsx'

/** In the place of what cannot be read: that it cannot, and which row it is. */
export function UnreadableRow({ table, id }: { table: string; id: string }): JSX.Element {
  return (
    <span>
      <Say className="reason" k="errors:unreadable" /> <span className="code">{`${table}/${id}`}</span>
    </span>
  )
}
