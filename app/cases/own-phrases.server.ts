import type { InEvery } from '#app/domain/language.ts'
import { isOfferedAt, type OwnPhrase, ownNamed } from '#app/domain/phrase.ts'
import type { Place } from '#app/domain/place.ts'
import { phrasesNow, phraseVersion } from '#db/own-phrases.server.ts'

/** The sentences of its own a place is offered: those of its hall, and of the places above. */
export const phrasesAt = (place: Place): OwnPhrase[] => phrasesNow().filter((one) => one.state === 'used' && isOfferedAt(one, place))

/** What a key says that staff of a place chose: as it stood on their page, whatever it says by now. Undefined for keys of none of theirs. */
export const saidAt =
  (place: Place) =>
  (key: string): InEvery<string> | undefined => {
    const named = ownNamed(key)
    const one = named && phraseVersion(named.id, named.version)
    return one && isOfferedAt(one, place) ? one.text : undefined
  }
