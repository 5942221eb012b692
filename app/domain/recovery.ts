import { z } from 'zod'
import type { Role } from './application.ts'
import { type Place, practicePlace, province } from './place.ts'

// A lost PIN or code is given back in person: one member of staff looks at the card, somebody else confirms.

/** What was lost: the PIN, and then a new one is chosen; or the code alone. */
export const recoveryKinds = ['pin', 'code'] as const
/** One of these. */
export type RecoveryKind = (typeof recoveryKinds)[number]

/** Cards with a photograph; nothing else shows who somebody is. */
export const cardKinds = ['id-card', 'residence-permit', 'social-security-card', 'passport', 'driving-licence'] as const
/** A kind of card. */
export type CardKind = (typeof cardKinds)[number]

/** Cards that bear the identity number: their last four characters are those of the folder, where it holds the number. */
const numbered: readonly CardKind[] = ['id-card', 'residence-permit', 'social-security-card', 'driving-licence']

/** Who confirms: a second member of staff of the hall, the telephone in the folder, or the hall above where the hall has one person. */
export const recoveryWays = ['colleague', 'phone', 'above'] as const
/** A way. */
export type RecoveryWay = (typeof recoveryWays)[number]

/** Every state. */
export const recoveryStates = ['waiting', 'confirmed', 'refused', 'left', 'expired', 'done'] as const
/** A state. */
export type RecoveryState = (typeof recoveryStates)[number]

/** Every step, each an event of the applications of the folder. */
export const recoverySteps = ['asked', 'wrong-digits', 'confirmed', 'refused', 'left', 'expired', 'screen', 'done'] as const
/** A step. */
export type RecoveryStep = (typeof recoverySteps)[number]

/** Why the second person refuses. */
export const refusalReasons = ['other-person', 'card-doubt', 'not-present'] as const
/** A reason. */
export type RefusalReason = (typeof refusalReasons)[number]

/** How long a request waits, in hours: whoever left comes back the next day. */
export const recoveryHours = 24
/** How long the screen on which a PIN is chosen can be opened, in minutes; once. */
export const recoveryScreenMinutes = 10
/** How long a changed telephone number does not count, in hours, and no PIN is given back. @source facts-2, 9.3 */
export const phoneSettlesHours = 24
/** Days after which what became of a request is deleted: the events stay. */
export const recoveryStoredDays = 30
/** So often may digits of a message be typed wrongly. */
export const phoneTries = 5

/** What an event keeps of a step: of the card only its kind and last four characters. */
export const recovery = {
  id: z.string().max(60),
  step: z.enum(recoverySteps),
  what: z.enum(recoveryKinds),
  card: z.enum(cardKinds).optional(),
  digits: z.string().length(4).optional(),
  way: z.enum(recoveryWays).optional(),
  why: z.enum(refusalReasons).optional(),
}

/** Are these the last four characters of a card? */
export const isLastFour = (digits: string): boolean => /^\d{3}[\dX]$/.test(digits)

/** May the card be that of somebody with this identity number? One without the number proves nothing either way. */
export function fitsCard(card: CardKind, digits: string, identityNumber: string | undefined): boolean {
  return identityNumber === undefined || !numbered.includes(card) || identityNumber.endsWith(digits)
}

/** From when a PIN can be given back; undefined where the telephone number was not changed lately. */
export function waitsForPhone(changedAt: string | undefined, now: Date): Date | undefined {
  if (changedAt === undefined) return undefined
  const until = new Date(Date.parse(changedAt) + phoneSettlesHours * 3_600_000)
  return until > now ? until : undefined
}

/** Somebody who can confirm: who, of which hall, at which place. */
export type Confirmer = { readonly id: string; readonly role: Role; readonly hall: string; readonly place: Place }

/** Somebody else of the same hall. */
export const colleaguesIn = (all: readonly Confirmer[], { id, hall }: Pick<Confirmer, 'id' | 'hall'>): Confirmer[] =>
  all.filter((one) => one.hall === hall && one.id !== id)

/**
 * The place whose hall confirms for a hall of one: the prefecture's, where nobody is there the province's; undefined where there is nobody
 * above. Who practises has only colleagues.
 */
export function placeAbove(all: readonly Confirmer[], { id, place }: Pick<Confirmer, 'id' | 'place'>): Place | undefined {
  if (place === practicePlace) return undefined
  const above = [`${place.slice(0, 4)}00`, province].filter((one) => one !== place && place !== province)
  return above.find((one) => all.some((other) => other.place === one && other.id !== id))
}

/** The ways that are open. The hall above is asked only where the hall has nobody else. */
export function waysFor(
  all: readonly Confirmer[],
  asking: Pick<Confirmer, 'id' | 'hall' | 'place'>,
  hasPhone: boolean,
): readonly RecoveryWay[] {
  const hasColleague = colleaguesIn(all, asking).length > 0
  return recoveryWays.filter((way) => {
    if (way === 'colleague') return hasColleague
    return way === 'phone' ? hasPhone : !hasColleague && placeAbove(all, asking) !== undefined
  })
}

/** The states in which something can still be done. */
export const openStates = ['waiting', 'confirmed'] as const satisfies readonly RecoveryState[]
/** Can something still be done? */
export const isOpenRecovery = (state: RecoveryState): boolean => openStates.some((one) => one === state)

type Asked = {
  readonly staffId: string
  readonly hallId: string
  readonly place: Place
  readonly confirmPlace: Place
  readonly way: RecoveryWay
}
type Asking = { readonly id: string; readonly hall: string; readonly place: Place }

/** Is somebody of the hall that asked, at the place they saw then? They go on with it, whoever of them asked. */
export const isOfHall = ({ hallId, place }: Asked, who: Asking): boolean => who.hall === hallId && who.place === place

/** May somebody confirm or refuse? Never who asked; nobody but the telephone where that confirms. */
export function mayConfirm(request: Asked, who: Asking): boolean {
  if (who.id === request.staffId || request.way === 'phone') return false
  return request.way === 'colleague' ? isOfHall(request, who) : who.place === request.confirmPlace
}
