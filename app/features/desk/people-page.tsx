import type { Field } from '#app/domain/fields/index.ts'
import { chosenGrounds, groundedKinds } from '#app/domain/person-search.ts'
import { mayOpen, type Staff } from '#app/domain/staff.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { TextField } from '#app/ui/account-fields.tsx'
import { Say } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { DeskPage } from '#app/ui/desk-page.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { FieldInput } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconLink } from '#app/ui/icon-link.tsx'
import { CodeField } from '#app/ui/pin-field.tsx'
import { Scan } from '#app/ui/scan.tsx'
import { BilingualText } from '#app/ui/stored-text.tsx'
import type { WorkedCase } from './worked-case.server.ts'

/** What was typed on the page. */
export type PeopleTyped = {
  readonly ground: string
  readonly kind: string
  readonly number: string
  /** The code of the case that is worked on. */
  readonly case: string
  readonly code: string
  readonly name: string
  readonly born: string
}

const nothing: PeopleTyped = { ground: '', kind: 'identity-number', number: '', case: '', code: '', name: '', born: '' }

type Props = {
  mode: Mode
  at: string
  staff: Staff
  /** The case one comes from. */
  worked: WorkedCase['shown'] | null
  /** Is what was found before open no more? */
  over: boolean
  typed?: PeopleTyped
  errors?: readonly FieldError[]
  /** Was somebody looked for by name? The answer is the same whoever is there. */
  named?: boolean
}

/** Where somebody is looked for: by a number, on a ground; by the code of a slip; a name only asks for the card. */
export function PeoplePage({ mode, at, staff, worked, over, typed, errors = [], named = false }: Props): JSX.Element {
  const said = typed ?? (worked ? { ...nothing, ground: 'case', kind: '' } : nothing)
  return (
    <DeskPage mode={mode} at={at} staff={staff} texts={['people']} switching={{ by: 'form', form: 'by-number' }} script>
      <ErrorSummary errors={errors} />
      <Say as="h1" k="people:title" />
      <Say as="p" className="lead" k="people:lead" />
      {over && (
        <p className="notice" role="status">
          <Say k="people:over" />
        </p>
      )}
      {named && (
        <p className="notice" role="status">
          <Say k="people:name.answer" />
        </p>
      )}
      <div className="client-columns wide">
        <ByNumber {...{ mode, worked, errors }} typed={said} />
        <ByCode {...{ mode, errors }} typed={said} />
        <ByName {...{ mode, errors }} typed={said} />
      </div>
      <nav className="links">
        <IconLink href={paths.recoveries(mode)} icon="user" k="recovery:list.title" />
        <IconLink href={paths.queue(mode)} icon="file-text" k="people:to-queue" />
        {mayOpen(staff, 'counter') && <IconLink href={paths.counter(mode)} icon="arrow-right" k="people:to-counter" />}
      </nav>
    </DeskPage>
  )
}

type PartProps = { mode: Mode; typed: PeopleTyped; errors: readonly FieldError[] }

/** The choices of the form. */
const choices = {
  ground: { kind: 'choice', options: chosenGrounds },
  kind: { kind: 'choice', options: groundedKinds },
} as const satisfies Record<string, Field>

function Choice({ name, typed, errors }: { name: keyof typeof choices } & Omit<PartProps, 'mode'>): JSX.Element {
  const at = `people:${name}`
  const texts = { label: `${at}.label`, help: `${at}.help`, why: `${at}.why`, options: `${at}.options` }
  const error = errors.find(({ field }) => field === name)
  return <FieldInput field={choices[name]} name={name} texts={texts} typed={{ given: [typed[name]] }} error={error} />
}

function ByNumber({ mode, worked, typed, errors }: PartProps & Pick<Props, 'worked'>): JSX.Element {
  return (
    <DeskForm id="by-number" className="card" action={paths.people(mode, worked ? { of: worked.id } : {})} noValidate autoComplete="off">
      <Say as="h2" k="people:by-number" />
      {worked && (
        <p className="notice">
          <Say k="people:worked" />{' '}
          <strong>
            <BilingualText text={worked.title} />
          </strong>
          <input type="hidden" name="of" value={worked.id} />
        </p>
      )}
      <Choice name="ground" typed={typed} errors={errors} />
      {!worked && <TextField id="case" label="people:case.label" help="people:case.help" value={typed.case} errors={errors} />}
      <Choice name="kind" typed={typed} errors={errors} />
      <TextField id="number" label="people:number.label" help="people:number.help" value={typed.number} errors={errors} />
      <button type="submit" className="button" name="do" value="number">
        <Icon name="search" />
        <Say k="people:look" />
      </button>
    </DeskForm>
  )
}

function ByCode({ mode, typed, errors }: PartProps): JSX.Element {
  return (
    <DeskForm id="by-code" className="card" action={paths.people(mode)} noValidate autoComplete="off">
      <Say as="h2" k="people:by-code" />
      <Say as="p" className="help" k="people:code-help" />
      <CodeField label="application:code" code={typed.code} errors={errors} />
      <div className="actions">
        <button type="submit" className="button" name="do" value="code">
          <Icon name="search" />
          <Say k="people:look" />
        </button>
        <Scan field="code" />
      </div>
    </DeskForm>
  )
}

function ByName({ mode, typed, errors }: PartProps): JSX.Element {
  return (
    <DeskForm id="by-name" className="card" action={paths.people(mode)} noValidate autoComplete="off">
      <Say as="h2" k="people:by-name" />
      <Say as="p" className="help" k="people:name.help" />
      <TextField id="name" label="people:name.label" value={typed.name} errors={errors} />
      <TextField id="born" label="people:name.born" value={typed.born} errors={errors} />
      <button type="submit" className="button second" name="do" value="name">
        <Say k="people:look" />
      </button>
    </DeskForm>
  )
}
