import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import type { FieldError } from '#app/ui/error-summary.tsx'

/** The way to naming an adult, beside what says that one has to apply. */
export function NameAdultLink({ mode }: { mode: Mode }): JSX.Element {
  return (
    <p>
      <a className="text-link" href={paths.adult(mode)}>
        <Say k="apply:adult.title" />
      </a>
    </p>
  )
}

/** Does a message say that whoever applies is too young? */
export const isTooYoung = ({ key }: FieldError): boolean => key.startsWith('errors:apply.applicant-')
