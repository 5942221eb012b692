import { dayOf } from '#app/domain/day.ts'
import type { DecisionDocument } from '#app/domain/decision-document.ts'
import { languages } from '#app/domain/language.ts'
import type { LetterEvent } from '#app/domain/letter-event.ts'
import { seriesOf, toldFrom } from '#app/domain/letter-register.ts'
import { practicePlace } from '#app/domain/place.ts'
import { hashLabels } from '#app/domain/stored-labels.ts'
import { keyedHash } from '#app/security/keys.server.ts'
import { newId, secureRandom } from '#app/security/random.server.ts'
import type { StoredApplication } from '#db/applications.server.ts'
import type { EventToWrite } from '#db/letters.server.ts'
import { encryptEvent } from './case-events.server.ts'
import { checksumOf } from './letter-checksum.server.ts'
import { type DecidingHall, issuerOf } from './letter-issuer.server.ts'

type Documented = LetterEvent & { readonly document: DecisionDocument }

/**
 * The event of a letter, which gets its number in the commit: the next of the hall's place and year. Undefined where there is none to give:
 * to practise, and where no hall is known that issues it.
 */
export function toRegister(
  event: Documented,
  { service, county }: Pick<StoredApplication, 'service' | 'county'>,
  by: DecidingHall | undefined,
): EventToWrite | undefined {
  const at = new Date(event.at)
  const series = by && county !== practicePlace ? seriesOf(by.hall.place, dayOf(event.at).slice(0, 4)) : undefined
  if (!by || series === undefined) return undefined
  const [id, code] = [newId(), secureRandom(16).toString('hex')]
  const issuer = issuerOf(service, event.document.mandate, by)
  return {
    ...{ id, type: event.type, at },
    letter: {
      ...{ series, codeHash: codeHashOf(code), issuer, toldAt: new Date(toldFrom(event)) },
      numbered(number) {
        const register = { number, issuer, code, checksum: '', languages: [...languages] }
        const unsigned = { ...event, document: { ...event.document, register } }
        const checksum = checksumOf(unsigned) ?? ''
        const signed = { ...unsigned, document: { ...unsigned.document, register: { ...register, checksum } } }
        return { event: encryptEvent(signed, id), checksum }
      },
    },
  }
}

/** The keyed hash by which a letter is found. */
export const codeHashOf = (code: string): string => keyedHash(hashLabels.letter(code))
