import type { ReactNode } from 'react'
import type { InEvery } from '#app/domain/language.ts'
import type { Status } from '#app/domain/status.ts'
import { formatDay } from '#app/i18n/format.ts'
import { Say, Typed } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import { County } from './text-parts.tsx'

type Props = {
  as: 'h1' | 'h2'
  /** What the application is called. */
  title: InEvery<string>
  name: string
  status: Status
  code: string
  number: number
  county: string
  submitted: string | null
  /** Further items of the line below the title. */
  children: ReactNode
  /** Shown below that line. */
  below: ReactNode
}

/** Heading of a case: service and person, status, code, place and time of submission. */
export function CaseHead({ as: Heading, title, name, status, code, number, county, submitted, children, below }: Props): JSX.Element {
  return (
    <header className="wide case-head">
      <Heading>
        <BilingualText text={title} />{' '}
        <span className="who">
          <Icon name="user" />
          <Typed>{name}</Typed>
        </span>
      </Heading>
      <ul className="inline-list">
        <li>
          <StatusBadge status={status} />
        </li>
        <li>
          <Say k="desk:case.number" values={{ code, number }} />
        </li>
        <li>
          <County code={county} />
        </li>
        {submitted && (
          <li>
            <Say k="desk:case.submitted" values={(reader) => ({ day: formatDay(reader, submitted) })} />
          </li>
        )}
        {children}
      </ul>
      {below}
    </header>
  )
}
