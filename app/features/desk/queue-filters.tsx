import type { Staff } from '#app/domain/staff.ts'
import { text, type Values } from '#app/i18n/messages.ts'
import type { Language, Mode } from '#app/i18n/mode.ts'
import { countyName, type Named, serviceName } from '#app/i18n/stored-names.ts'
import { paths } from '#app/paths.ts'
import { services } from '#app/services/index.ts'
import { Say, usePlain } from '#app/ui/bilingual-text.tsx'
import { DeskForm } from '#app/ui/desk-form.tsx'
import { type FieldError, FieldMessage } from '#app/ui/error-summary.tsx'
import { CachedPart } from '#app/ui/render-cache.tsx'
import { ages, type Chosen, dues, type FilterName, languages, openStatuses, queryOf, shownStatuses, workers } from './filters.ts'

type Count = Readonly<Record<string, number>>
/** How many cases there are of each value of a filter; `null` counts those without a value. */
export type Counts = {
  readonly status: Count
  readonly proposed: number
  readonly asked: number
  readonly service: Count
  readonly county: Count
  readonly language: Count
  readonly who: Count
  readonly due: Count
  readonly age: Count
}

type Props = {
  mode: Mode
  at: string
  staff: Staff
  chosen: Chosen
  counties: readonly string[]
  counts: Counts
  /** Those who have cases, beside who reads this. */
  colleagues: readonly { id: string; name: string | null; isOff: boolean }[]
  name?: string
  errors?: readonly FieldError[]
}

/** An option: its text in the reader's language. */
type Choice = readonly [value: string, nameIn: (reader: Language) => string, count: number]

const said =
  (key: string, values?: Values) =>
  (reader: Language): string =>
    text(reader, key, values)

const named = (name: Named) => said(name.k, name.values)

const colleague = ({ name, isOff }: Props['colleagues'][number]) =>
  name === null ? said('desk:case.unknown-staff') : isOff ? said('colleagues:off', { name }) : () => name

/** What there is, and behind it what cases speak of although it went. */
const known = (ids: readonly string[], counts: Count): string[] => [
  ...ids,
  ...Object.keys(counts).filter((id) => id !== 'null' && !ids.includes(id)),
]

const sum = (counts: Count, of: readonly string[] = Object.keys(counts)) => of.reduce((total, one) => total + (counts[one] ?? 0), 0)

/** The filters, each option with its count; they can be saved under a name. */
export function QueueFilters(props: Props): JSX.Element {
  const { mode, chosen, counts, counties } = props
  const choices: Readonly<Record<Exclude<FilterName, 'folder'>, readonly Choice[]>> = {
    status: [
      ['', said('desk:queue.open'), sum(counts.status, openStatuses)],
      ...shownStatuses.map((one): Choice => [one, said(`application:status.${one}.name`), counts.status[one] ?? 0]),
      ['proposed', said('desk:queue.proposed'), counts.proposed],
      ['asked', said('desk:queue.asked'), counts.asked],
      ['all', said('desk:queue.all'), sum(counts.status)],
    ],
    service: known(
      services.map(({ id }) => id),
      counts.service,
    )
      .filter((id) => counts.service[id] || chosen.service === id)
      .map((id): Choice => [id, named(serviceName(id)), counts.service[id] ?? 0]),
    county: known(counties, counts.county).map((one): Choice => [one, named(countyName(one)), counts.county[one] ?? 0]),
    language: languages.map((one): Choice => [one, said(`desk:queue.mode.${one}`), counts.language[one] ?? 0]),
    who: [
      ...workers.map((one): Choice => [one, said(`desk:queue.${one}`), counts.who[one] ?? 0]),
      ...props.colleagues.map((one): Choice => [one.id, colleague(one), counts.who[one.id] ?? 0]),
    ],
    due: dues.map((one): Choice => [one, said(`desk:queue.${one}`), counts.due[one] ?? 0]),
    age: ages.map((days): Choice => [days, said('desk:queue.older', { days }), counts.age[days] ?? 0]),
  }
  return (
    <details className="wide filters" open={Object.keys(queryOf(chosen)).length > 0}>
      <summary>
        <Say k="desk:queue.filter" />
      </summary>
      <form method="get" action={paths.queue(mode)}>
        {chosen.folder !== '' && <input type="hidden" name="folder" value={chosen.folder} />}
        {(Object.keys(choices) as (keyof typeof choices)[])
          .filter((name) => name !== 'county' || choices.county.length > 1)
          .map((name) => (
            <Filter key={name} name={name} chosen={chosen[name]} choices={choices[name]} />
          ))}
        <button type="submit" className="button small">
          <Say k="desk:queue.filter-button" />
        </button>
        <a className="text-link" href={paths.queue(mode)}>
          <Say k="desk:queue.clear" />
        </a>
      </form>
      {Object.keys(queryOf(chosen)).length > 0 && <SaveFilter {...props} />}
    </details>
  )
}

/** A filter with its options. Colleagues are named anew each time: a name somebody typed is cached nowhere. */
function Filter({ name, chosen, choices }: { name: FilterName; chosen: string; choices: readonly Choice[] }): JSX.Element {
  const by = name === 'who' ? undefined : JSON.stringify(['queue filter', name, chosen, choices])
  return (
    <CachedPart as="label" className="field" htmlFor={`filter-${name}`} by={by}>
      {() => (
        <>
          <Say k={`desk:queue.${name}`} />
          <select id={`filter-${name}`} name={name} defaultValue={chosen}>
            {name !== 'status' && <Option value="" k="desk:queue.any" />}
            {choices.map(([value, nameIn, count]) => (
              <Option key={value} value={value} k="desk:queue.option" values={(reader) => ({ name: nameIn(reader), count })} />
            ))}
          </select>
        </>
      )}
    </CachedPart>
  )
}

const Option = ({ value, k, values }: { value: string; k: string; values?: Values }): JSX.Element => (
  <option value={value}>{usePlain()(k, values)}</option>
)

function SaveFilter({ at, name = '', errors = [] }: Props): JSX.Element {
  const error = errors.find(({ field }) => field === 'name')
  return (
    <DeskForm action={at}>
      <label className="field" htmlFor="name">
        <Say k="desk:queue.keep" />
        <input id="name" name="name" defaultValue={name} maxLength={60} aria-describedby={error ? 'name-error' : undefined} />
      </label>
      <button type="submit" className="button second small" name="do" value="keep">
        <Say k="desk:queue.keep-button" />
      </button>
      <FieldMessage id="name-error" error={error} />
    </DeskForm>
  )
}
