import { fingerprint } from '#app/domain/fingerprint.ts'
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

/** The service of an id, undefined where there is none. */
export function serviceById(id: string): Service | undefined {
  return byId.get(id)
}

/** Does the promise about land stand wherever one of these services is spoken of? */
export function landStandsAt(...ids: readonly string[]): boolean {
  return ids.some((id) => serviceById(id)?.landStands)
}

/** The services of a topic: those it is the main topic of first. */
export function servicesOf(topic: TopicId): Service[] {
  const ofTopic: readonly Service[] = services.filter((service: Service) => service.topics.includes(topic))
  return [...ofTopic].sort((a, b) => a.topics.indexOf(topic) - b.topics.indexOf(topic))
}

/** Changes whenever a condition changes: a result says which rules it was made by. */
export const rulesVersion = `2026-11.${fingerprint(JSON.stringify(services.map(({ id, conditions }) => ({ id, conditions }))))}`

/** Changes whenever a form or a list of papers changes: a submission says which it was filled in by. */
export const formsVersion = `2026-11.${fingerprint(JSON.stringify([blocks, services.map(({ id, form, documents }: Service) => ({ id, form, documents }))]))}`
