import type { Hotline } from '#app/services/hotlines.ts'
import { Say } from './bilingual-text.tsx'
import { Icon } from './icon.tsx'

/** National hotlines. */
export function Hotlines({ numbers }: { numbers: readonly Hotline[] }): JSX.Element {
  return (
    <ul className="plain-list hotlines">
      {numbers.map((number) => (
        <li key={number}>
          <HotlineLink number={number} />
        </li>
      ))}
    </ul>
  )
}

/** One hotline, a link that dials. */
export function HotlineLink({ number }: { number: Hotline }): JSX.Element {
  return (
    <a className="hotline" href={`tel:${number}`}>
      <Icon name="phone" />
      <span className="number">{number}</span>
      <Say k={`hotlines:${number}.for`} />
    </a>
  )
}
