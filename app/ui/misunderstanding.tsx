import { Say } from './bilingual-text.tsx'

/** What people say, in quotation marks, and how it really is. */
export function Misunderstanding({ service, id }: { service: string; id: string }): JSX.Element {
  const at = `services/${service}:misunderstandings.${id}`
  return (
    <>
      <p>
        <q>
          <Say k={`${at}.wrong`} />
        </q>
      </p>
      <p>
        <strong>
          <Say k={`${at}.right`} />
        </strong>
      </p>
    </>
  )
}
