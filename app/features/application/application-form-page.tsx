import type { ReactNode } from 'react'
import type { Difference } from '#app/cases/differences.ts'
import type { InEvery } from '#app/domain/language.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Conflict, type ConflictKind, OpenedAt } from '#app/ui/conflict.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'

/** What every page with a form about one application shows. */
export type ApplicationFormProps = {
  readonly mode: Mode
  readonly at: string
  readonly number: number
  readonly service: string
  /** What the application is called. */
  readonly title: InEvery<string>
  readonly inFolder: string
  /** The version of what the form was opened at. */
  readonly version: string
  /** Where something else happened since: what stands now, and what was typed. */
  readonly differences?: readonly Difference[]
  /** Can it still be done? */
  readonly allowed: boolean
}

type Props = ApplicationFormProps & {
  /** What is done with it: the id of the form, the end of its address, and the group of its texts. */
  what: 'correct' | 'withdraw' | 'rate' | 'ask'
  conflict?: ConflictKind
  texts?: readonly string[]
  errors?: readonly FieldError[]
  /** Shown between title and form. */
  lead?: ReactNode
  children: ReactNode
}

/** The frame of a page with one form about one application: errors, title, what it is about, and the form with its fields. */
export function ApplicationFormPage(props: Props): JSX.Element {
  const { mode, at, number, inFolder, version, differences = [], allowed, what, conflict, texts = [], errors = [], lead, children } = props
  return (
    <Page
      mode={mode}
      at={at}
      texts={['application', ...texts, ...(differences.length > 0 ? ['conflict'] : [])]}
      switching={{ by: 'form', form: what }}
      back={{ href: paths.application(mode, number), k: 'check:back' }}
      script
    >
      <ErrorSummary errors={errors} />
      <Conflict
        kind={conflict}
        form={allowed ? what : null}
        now={conflict === 'asked-anew' ? paths.correct(mode, number) : paths.application(mode, number)}
        anew={conflict === 'withdrawn' ? paths.apply(mode) : undefined}
        alone={!allowed}
        differences={differences}
      />
      {allowed && <Say as="h1" k={`application:${what}.title`} />}
      {lead}
      <form id={what} method="post" action={paths[what](mode, number)} noValidate>
        <OpenedAt version={version} folder={inFolder} />
        {children}
      </form>
    </Page>
  )
}

/** The service an application is for, and a sentence about what is done. */
export function ServiceLead({ title, k }: { title: InEvery<string>; k: string }): JSX.Element {
  return (
    <>
      <p className="lead">
        <BilingualText text={title} />
      </p>
      <Say as="p" k={k} />
    </>
  )
}
