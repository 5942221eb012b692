import { serviceName } from '#app/i18n/stored-names.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Person } from '#app/ui/person.tsx'

type Props = { readonly services: readonly { readonly service: string; readonly name: string | null }[] }

/** What is applied for, and for whom, before it is handed in: by the names services have today. */
export const ServiceList = ({ services }: Props): JSX.Element => (
  <ul>
    {services.map(({ service, name }) => (
      <li key={`${service} ${name}`}>
        <Person name={name} />
        <Say {...serviceName(service)} />
      </li>
    ))}
  </ul>
)
