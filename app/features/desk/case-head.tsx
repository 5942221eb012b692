import type { ReactNode } from 'react'
import type { Status } from '#app/domain/application.ts'
import { formatDay } from '#app/i18n/format.ts'
import { serviceName } from '#app/i18n/stored-names.ts'
import { Say, Typed } from '#app/ui/bilingual-text.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { County } from './text-parts.tsx'

type Props = {
  as: 'h1' | 'h2'
  service: string
  name: string
  status: Status
  code: string
  number: number
  county: string
  submitted: string | null
  /** What more stands in the line below, each a list item. */
  children: ReactNode
  /** What stands under that line. */
  below: ReactNode
}

/** Which case it is: its service and whose it is, how far it is, its code, where and when it was handed in. */
export function CaseHead({ as: Heading, service, name, status, code, number, county, submitted, children, below }: Props): JSX.Element {
  return (
    <header className="wide case-head">
      <Heading>
        <Say {...serviceName(service)} />{' '}
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
