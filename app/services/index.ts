import { rulesInForce } from '#app/domain/assessment.ts'
import type { Day } from '#app/domain/day.ts'
import { fingerprint } from '#app/domain/fingerprint.ts'
import { inForce, nextChange } from '#app/domain/in-force.ts'
import type { Condition } from '#app/domain/verdict.ts'
import type { Act } from './act.ts'
import affordableRentalHousing from './affordable-rental-housing/index.ts'
import affordableSaleHousing from './affordable-sale-housing/index.ts'
import { blocks } from './blocks.ts'
import crossRegionCare from './cross-region-care/index.ts'
import type { Service, TopicId } from './define.ts'
import employeePensionMedical from './employee-pension-medical/index.ts'
import examLocal from './exam-local/index.ts'
import flexibleWorkerInsurance from './flexible-worker-insurance/index.ts'
import housingFundFlexible from './housing-fund-flexible/index.ts'
import insuranceTransfer from './insurance-transfer/index.ts'
import jobServices from './job-services/index.ts'
import landRights from './land-rights/index.ts'
import occupationalInjury from './occupational-injury/index.ts'
import publicRentalHousing from './public-rental-housing/index.ts'
import residencePermit from './residence-permit/index.ts'
import residenceRegistration from './residence-registration/index.ts'
import residentMedical from './resident-medical/index.ts'
import residentPension from './resident-pension/index.ts'
import { type Retired, retiredOf, successorIn } from './retired.ts'
import schoolCompulsory from './school-compulsory/index.ts'
import schoolPreschool from './school-preschool/index.ts'
import schoolSenior from './school-senior/index.ts'
import settleHousehold from './settle-household/index.ts'
import skillsTraining from './skills-training/index.ts'
import socialAssistance from './social-assistance/index.ts'
import temporaryAssistance from './temporary-assistance/index.ts'
import unemploymentInsurance from './unemployment-insurance/index.ts'
import vocationalSchool from './vocational-school/index.ts'
import wageProtection from './wage-protection/index.ts'

/** Every service, in the order of the fact base. To add one: make its folder, list it here, write its texts. */
export const services = [
  settleHousehold,
  residenceRegistration,
  residencePermit,
  schoolCompulsory,
  schoolPreschool,
  schoolSenior,
  vocationalSchool,
  examLocal,
  publicRentalHousing,
  affordableRentalHousing,
  affordableSaleHousing,
  housingFundFlexible,
  employeePensionMedical,
  flexibleWorkerInsurance,
  residentPension,
  residentMedical,
  unemploymentInsurance,
  occupationalInjury,
  crossRegionCare,
  insuranceTransfer,
  socialAssistance,
  temporaryAssistance,
  skillsTraining,
  jobServices,
  wageProtection,
  landRights,
] as const satisfies readonly Service[]

/** The id of a service. */
export type ServiceId = (typeof services)[number]['id']

const byId: ReadonlyMap<string, Service> = new Map(services.map((service) => [service.id, service]))

/** The service of an id, whether in force or not; undefined where there is none. */
export function serviceById(id: string): Service | undefined {
  return byId.get(id)
}

/** What a service is in law, and whom to ask about it: as it is, or as it was when it went; undefined where nothing is known of it. */
export function lawOf(id: string): { readonly act: Act; readonly hotlines: readonly string[] } | undefined {
  const { act, hotlines = [] } = serviceById(id) ?? retiredOf('services', id) ?? {}
  return act && { act, hotlines }
}

/** The services in force on a day, each with the conditions in force then. */
export function servicesOn(day: Day): readonly Service[] {
  if (lastAsked?.day !== day) lastAsked = { day, inForce: rulesInForce<Service>(services, day) }
  return lastAsked.inForce
}

/** Nearly every request asks for those of today. */
let lastAsked: { readonly day: Day; readonly inForce: readonly Service[] } | undefined

/** A service as it is in force on a day; undefined where it is not. */
export function serviceOn(id: string, day: Day): Service | undefined {
  return servicesOn(day).find((service) => service.id === id)
}

/** What is known of a service that is there no more on a day, whether its definition still stands (`until`) or went; undefined of any other. */
export function endedOn(id: string, day: Day): Retired | undefined {
  const { until, successor } = serviceById(id) ?? {}
  if (until === undefined || until >= day) return serviceById(id) ? undefined : retiredOf('services', id)
  return { until, ...(successor === undefined ? {} : { successor }) }
}

/** The service that took the place of one, also where that ended in turn; undefined where none did. */
export function serviceAfter(id: string): string | undefined {
  return successorIn((one) => serviceById(one)?.successor ?? retiredOf('services', one)?.successor, id)
}

/** The conditions of a service in force on a day, also of one that is not. */
export function conditionsOn(service: string, day: Day): readonly Condition[] {
  return inForce(serviceById(service)?.conditions ?? [], day)
}

/** The first day after another on which other services or conditions are in force; undefined where none is known. */
export function rulesChangeAfter(day: Day): Day | undefined {
  return nextChange([...services, ...services.flatMap(({ conditions }: Service) => conditions)], day)
}

/** Does the promise about land stand wherever one of these services is spoken of? */
export function landStandsAt(...ids: readonly string[]): boolean {
  return ids.some((id) => serviceById(id)?.landStands)
}

/** The services of a topic in force on a day: those it is the main topic of first. */
export function servicesOf(topic: TopicId, day: Day): Service[] {
  const ofTopic = servicesOn(day).filter((service) => service.topics.includes(topic))
  return [...ofTopic].sort((a, b) => a.topics.indexOf(topic) - b.topics.indexOf(topic))
}

/** The month of the rules, as people are told it. */
export const rulesEdition = '2026-11'

/** Changes whenever a condition or a date of law changes: with its day, a result says which rules it was made by. */
export const rulesVersion = `${rulesEdition}.${fingerprint(JSON.stringify(services.map(({ id, from, until, conditions }: Service) => ({ id, from, until, conditions }))))}`

/** Changes whenever a form or a list of papers changes: a submission says which it was filled in by. */
export const formsVersion = `2026-11.${fingerprint(JSON.stringify([blocks, services.map(({ id, form, documents }: Service) => ({ id, form, documents }))]))}`
