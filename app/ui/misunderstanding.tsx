import { Say } from './bilingual-text.tsx'

/** A common misunderstanding, in quotation marks, and its correction. */
export function Misunderstanding({ service, id }: { service: string; id: string }): JSX.Element {
  const at = `services/${service}:misunderstandings.${id}`
  return (
    <>
      <p>
        <Say as="q" k={`${at}.wrong`} />
      </p>
      <p>
        <strong>
          <Say k={`${at}.right`} />
        </strong>
      </p>
    </>
  )
}
