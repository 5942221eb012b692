import { judgeHousehold } from '#app/domain/assessment.ts'
import type { Day } from '#app/domain/day.ts'
import { verdicts } from '#app/domain/verdict.ts'
import { applicantFault, hasAdult } from '#app/forms/applicant.ts'
import { formOf, offeredOn } from '#app/forms/application-form.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { householdOf, memberOf, mostMembers, type Peopled, withPerson } from '#app/forms/members.ts'
import { keyName, listable } from '#app/forms/relatives.ts'
import { choicesAmong, wishedAmong } from '#app/forms/result-groups.ts'
import { choiceOf } from '#app/services/alternatives.ts'
import { serviceOn, servicesOn } from '#app/services/index.ts'
import { questionnaire } from '#app/services/questionnaire.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { afterInput, lastInput, type ServiceChoice } from './choices.ts'

/** The maximum number of applications of a folder. */
const mostApplications = 40

/** The choice of who applies where no adult is listed: somebody who is named before anything is stored. */
export const otherAdult = 'other'

/** What is applied for: a service, for one member or the household. */
export type ChosenService = { readonly service: string; readonly member: string | null }

/** The choices after a self-check, best verdict first; without one, every service. */
export function picksOf(people: Peopled, asOf: Day): ServiceChoice[] {
  if (people.members.length === 0)
    return offeredOn(asOf).map((service) => ({ pick: service, service, name: null, verdict: null, among: amongAll(service) }))
  const services = servicesOn(asOf)
  const judged = judgeHousehold(questionnaire, services, householdOf(people), asOf)
  const groups = [...choicesAmong(judged), ...wishedAmong(judged, services, people, asOf)]
  const results = judged.filter(({ service, verdict }) => verdict !== 'not-applicable' && formOf(service) !== undefined)
  const found = results.map((result): ServiceChoice => {
    const { service, member, verdict } = result
    const name = member === null ? null : (memberOf(people, member)?.name ?? null)
    const group = groups.find(({ lines }) => lines.includes(result))
    const among = group ? { choice: group.choice, member: group.member } : null
    return { pick: member === null ? service : `${service}:${member}`, service, name, verdict, among }
  })
  return found.sort((a, b) => verdicts.indexOf(a.verdict ?? 'possible') - verdicts.indexOf(b.verdict ?? 'possible'))
}

/** The choice a service is one side of, where nobody is known yet. */
function amongAll(service: string): ServiceChoice['among'] {
  const choice = choiceOf(service)
  return choice ? { choice: choice.id, member: null } : null
}

/** What was chosen on the page of choices, as it was posted. */
export type Chosen = {
  readonly picked: readonly string[]
  readonly given: readonly string[]
  readonly who: string
  /** The language the resident reads, where a clerk was asked for it. */
  readonly language: string
  /** The last application the folder held when the page was opened; null where the form does not say. */
  readonly last: number | null
  /** The application that ended, where the same is applied for again; null where it is not that. */
  readonly after: number | null
}

/** What was chosen, as it was posted. */
export const chosenIn = (form: FormValues): Chosen => ({
  picked: form.getAll('pick').map(String),
  given: form.getAll('for').map(String),
  who: String(form.get('who') ?? ''),
  language: String(form.get('language') ?? ''),
  last: parseNumber(form.get(lastInput)),
  after: parseNumber(form.get(afterInput)),
})

const parseNumber = (value: unknown): number | null => (typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : null)

/**
 * What is applied for, and by whom. `people`: the self-check, or the members of the open folder; where there are none, whoever fills in
 * (the applicant) and the relatives chosen here. `applicant` is empty where an adult is still to be named.
 */
export type Choice = {
  readonly peopled: Peopled
  readonly wanted: readonly ChosenService[]
  readonly applicant: string
  readonly errors: FieldError[]
}

/** Reads what was chosen. `of`: the applicant of the open folder, who is not chosen again. */
export function parseChoice(
  { picked, given, who }: Omit<Chosen, 'language' | 'last' | 'after'>,
  people: Peopled,
  asOf: Day,
  of?: string,
): Choice {
  const isListed = people.members.length > 0
  const { peopled, meant } = isListed ? { peopled: people, meant: [] } : listedFor(people, given)
  const wanted = wantedOf(picked, peopled, meant, asOf)
  const asked = of ?? (isListed ? who : (peopled.members[0]?.id ?? ''))
  const errors: FieldError[] = []
  const forNobody = !isListed && meant.length === 0 && picked.some((id) => serviceOn(id, asOf)?.unit === 'member')
  if (forNobody) errors.push({ key: 'errors:apply.for', field: 'for' })
  else if (wanted.length === 0) errors.push({ key: 'errors:apply.pick', field: 'pick' })
  if (wanted.length > mostApplications) errors.push({ key: 'errors:apply.too-many', field: 'pick', values: { most: mostApplications } })
  if (of === undefined && asked === otherAdult && !hasAdult(peopled, asOf)) return { peopled, wanted, applicant: '', errors }
  const fault = applicantFault(
    peopled,
    asked,
    wanted.map(({ service }) => service),
    asOf,
  )
  const field = of === undefined ? 'who' : 'pick'
  if (!memberOf(peopled, asked)) errors.push({ key: 'errors:apply.who', field })
  else if (fault) errors.push({ key: `errors:apply.applicant-${fault}`, field })
  return { peopled, wanted, applicant: asked, errors }
}

/** Whoever fills in and the relatives chosen, and those of them services are chosen for. */
function listedFor(people: Peopled, given: readonly string[]): { peopled: Peopled; meant: readonly string[] } {
  const listed = listable.filter((one) => one === 'myself' || given.includes(one)).slice(0, mostMembers)
  const peopled = listed.reduce((sum, relative) => withPerson(sum, keyName(relative)), people)
  return { peopled, meant: peopled.members.filter((_, index) => given.includes(listed[index] ?? '')).map(({ id }) => id) }
}

/** The applications chosen; unknown choices are ignored. */
function wantedOf(picked: readonly string[], { members }: Peopled, meant: readonly string[], today: Day): ChosenService[] {
  return [...new Set(picked)].flatMap((pick): ChosenService[] => {
    const [id = '', member] = pick.split(':')
    const service = serviceOn(id, today)
    if (!service?.form) return []
    if (member !== undefined) return members.some((person) => person.id === member) ? [{ service: id, member }] : []
    return service.unit === 'household' ? [{ service: id, member: null }] : meant.map((one) => ({ service: id, member: one }))
  })
}
