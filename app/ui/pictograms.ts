import type { IconName } from './icon.tsx'

const answerPictograms: Readonly<Record<string, Readonly<Record<string, IconName>>>> = {
  'hukou-place': { 'same-town': 'building-2', 'same-rural': 'tent', outside: 'luggage' },
  'live-place': { 'qh-town': 'building-2', 'qh-rural': 'tent', 'not-yet': 'luggage' },
  permit: { valid: 'id-card' },
  dwelling: {
    own: 'house',
    'rent-contract': 'key-round',
    'rent-nocontract': 'key-round',
    dorm: 'bed',
    relatives: 'users',
    none: 'circle-off',
  },
  housing: { 'own-small': 'house', 'own-enough': 'house', none: 'circle-off' },
  land: { arable: 'wheat', grassland: 'sprout', forest: 'trees', homestead: 'house', collective: 'handshake', none: 'circle-off' },
  wishes: { training: 'hammer', vocational: 'graduation-cap', fund: 'landmark', rent: 'key-round', buy: 'house', job: 'briefcase' },
  work: {
    'employed-contract': 'file-text',
    'employed-nocontract': 'briefcase',
    platform: 'bike',
    'self-employed': 'store',
    casual: 'hammer',
    unemployed: 'search',
    'not-working': 'house',
    retired: 'clock',
  },
}

/** The picture of an answer, where it has one. */
export function answerPictogram(question: string, option: string): IconName | undefined {
  return answerPictograms[question]?.[option]
}
