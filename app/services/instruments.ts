import type { Day } from '#app/domain/day.ts'
import type { Source } from '#app/domain/verdict.ts'

/** How far an instrument was read: whole, the articles cited, only quoted by others, or named from common knowledge. */
export type Checked = 'whole' | 'articles' | 'quoted' | 'named'

/** A law or document the portal cites. Its title stands in `locales/…/instruments.json`. */
export type Instrument = {
  readonly number?: string
  readonly checked: Checked
  /** A day, or a year where only that is known. */
  readonly inForceFrom?: string
  /** The last day, where it was repealed: no condition rests on it longer. */
  readonly inForceUntil?: Day
}

/** Everything cited, by id. @source fact base, section 0.2 */
export const instruments = {
  'qinghai-2024-48': { number: '青政〔2024〕48号', checked: 'whole', inForceFrom: '2024-12-14' },
  'residence-permit-regulations': { number: '国务院令第663号', checked: 'whole', inForceFrom: '2016-01-01' },
  'hukou-registration-regulations': { checked: 'whole', inForceFrom: '1958' },
  'social-assistance-law': { checked: 'whole', inForceFrom: '2026-07-01' },
  'social-assistance-interim-measures': { number: '国务院令第649号', checked: 'whole' },
  'social-insurance-law': { checked: 'articles' },
  'social-insurance-handling-regulations': { number: '国务院令第765号', checked: 'articles' },
  'unemployment-insurance-regulations': { number: '国务院令第258号', checked: 'articles' },
  'work-injury-regulations': { number: '国务院令第586号', checked: 'articles' },
  'wage-payment-regulations': { number: '国务院令第724号', checked: 'articles' },
  'labour-inspection-regulations': { checked: 'articles' },
  'mediation-arbitration-law': { checked: 'articles' },
  'legal-aid-law': { checked: 'articles' },
  'compulsory-education-law': { checked: 'articles' },
  'preschool-education-law': { checked: 'articles', inForceFrom: '2025-06-01' },
  'vocational-education-law': { checked: 'articles' },
  'minors-protection-law': { checked: 'articles' },
  'land-contract-law': { checked: 'articles' },
  'land-administration-law': { checked: 'articles' },
  'rural-collective-law': { checked: 'articles', inForceFrom: '2025-05-01' },
  'grassland-law': { checked: 'articles' },
  'women-protection-law': { checked: 'articles' },
  'housing-fund-regulations': { number: '国务院令第262号', checked: 'articles' },
  'guofa-2014-8': { number: '国发〔2014〕8号', checked: 'whole', inForceFrom: '2014-02-21' },
  'retirement-decision': { checked: 'whole', inForceFrom: '2025-01-01' },
  'public-rental-measures': { number: '住建部令第11号', checked: 'quoted' },
  'guobanfa-2024-38': { number: '国办发〔2024〕38号', checked: 'quoted' },
  'guobanfa-2025-27': { number: '国办发〔2025〕27号', checked: 'quoted' },
  'renshebufa-2025-24': { number: '人社部发〔2025〕24号', checked: 'quoted' },
  'qinghai-gaokao-guidance': { checked: 'quoted' },
  'administrative-licence-law': { checked: 'named' },
  'administrative-reconsideration-law': { checked: 'named' },
  'administrative-litigation-law': { checked: 'named' },
  'work-injury-measures': { checked: 'named' },
  'employment-promotion-law': { checked: 'named' },
  'labour-contract-law': { checked: 'named' },
  'id-card-law': { checked: 'named' },
  'guofa-2014-25': { number: '国发〔2014〕25号', checked: 'named' },
  'guofa-2016-40': { number: '国发〔2016〕40号', checked: 'named' },
  'guofa-2023-14': { number: '国发〔2023〕14号', checked: 'named' },
  'guofa-2024-17': { number: '国发〔2024〕17号', checked: 'named' },
  'guobanfa-2021-22': { number: '国办发〔2021〕22号', checked: 'named' },
  'guobanfa-2012-46': { number: '国办发〔2012〕46号', checked: 'named' },
  'guobanfa-2009-66': { number: '国办发〔2009〕66号', checked: 'named' },
  'guobanfa-2015-96': { number: '国办发〔2015〕96号', checked: 'named' },
  'yibaofa-2020-33': { number: '医保发〔2020〕33号', checked: 'named' },
  'yibaofa-2022-22': { number: '医保发〔2022〕22号', checked: 'named' },
  'minfa-2018-23': { number: '民发〔2018〕23号', checked: 'named' },
  'minfa-2021-57': { number: '民发〔2021〕57号', checked: 'named' },
  'caishe-2023-181': { number: '财社〔2023〕181号', checked: 'named' },
  /** Not an instrument: what offices usually do, without an article in the fact base. */
  'common-practice': { checked: 'named' },
  'jianjinguan-2005-5': { number: '建金管〔2005〕5号', checked: 'named' },
} as const satisfies Record<string, Instrument>

/** The id of an instrument. */
export type InstrumentId = keyof typeof instruments

/** A place in an instrument. `article` is written as the instrument numbers it: `六` for the plan, `15` for laws. */
export function cite(instrument: InstrumentId, article?: string): Source {
  return article === undefined ? { instrument } : { instrument, article }
}

/** An article of the provincial plan, 青政〔2024〕48号. */
export function plan(article: string): Source {
  return cite('qinghai-2024-48', article)
}
