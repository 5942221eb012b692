/** Particles by the last letter of the word before them. Source: the style guide for written Tibetan, section 4. */
const particles: readonly { readonly name: string; readonly forms: readonly string[]; readonly right: Readonly<Record<string, string>> }[] =
  [
    { name: 'genitive', forms: ['གི', 'ཀྱི', 'གྱི'], right: { ག: 'གི', ང: 'གི', ད: 'ཀྱི', བ: 'ཀྱི', ས: 'ཀྱི', ན: 'གྱི', ར: 'གྱི', ལ: 'གྱི', མ: 'གྱི' } },
    {
      name: 'agent',
      forms: ['གིས', 'ཀྱིས', 'གྱིས'],
      right: { ག: 'གིས', ང: 'གིས', ད: 'ཀྱིས', བ: 'ཀྱིས', ས: 'ཀྱིས', ན: 'གྱིས', ར: 'གྱིས', ལ: 'གྱིས', མ: 'གྱིས' },
    },
    /* སུ also means "who": not looked at */ {
      name: 'la-don',
      forms: ['ཏུ', 'དུ'],
      right: { ག: 'ཏུ', ང: 'དུ', ད: 'དུ', བ: 'ཏུ', ས: 'སུ', ན: 'དུ', ར: 'དུ', ལ: 'དུ', མ: 'དུ' },
    },
  ]

/** Words that keep their form against the table. */
const fixed = new Set(['ཤིན་ཏུ', 'ཀུན་ཏུ'])

/** What is wrong with a Tibetan text as writing; empty where nothing is. What no program sees (sense, tense, clumsiness) a person must. */
export function faultsOf(zh: string, bo: string): string[] {
  const faults: string[] = []
  const fault = (found: boolean, name: string) => {
    if (found) faults.push(`${name}: ${bo}`)
  }
  fault(bo.trim() === '', 'empty')
  fault(bo === zh && /\p{Script=Han}/u.test(zh), 'untranslated')
  fault(placeholders(zh).join() !== placeholders(bo).join(), 'placeholders differ')
  fault(bo !== bo.normalize('NFC'), 'not NFC')
  fault(bo !== bo.trim(), 'space at an end')
  fault(/[，。；：！？、（）…]/.test(bo), 'Chinese punctuation')
  fault(/[,;!?]/.test(bo.replace(/\{\{.*?\}\}/g, '')), 'Latin punctuation')
  fault(/ །/.test(bo), 'space before a shad')
  fault(/་་/.test(bo) || /^་/.test(bo), 'doubled or leading tsheg')
  fault(/(?<!ང)་།/.test(bo), 'tsheg before a shad')
  fault(/ང།/.test(bo), 'shad after nga without tsheg')
  fault(/ག།/.test(bo), 'shad after ga')
  fault(/[\u0f77\u0f79\u0f73\u0f75\u0f81]/.test(bo), 'deprecated letter')
  fault(/[\u200b-\u200f\u2060\ufeff]/.test(bo), 'invisible character')
  fault(/\p{Script=Han}/u.test(bo.replace(/青政〔2024〕48号|\([\p{Script=Han}\d]+\)/gu, '')), 'Chinese words')
  fault(/(?:\}\}|\$t\(.+?\))(གི|ཀྱི|གྱི|འི|ཡི|གིས|ཀྱིས|གྱིས|ཡིས|ཏུ|དུ|སུ|རུ)(?![ཀ-ྼ])/.test(bo), 'particle on a placeholder')
  // Days end in ཉིན: what follows is another syllable.
  fault(/\{\{(?:day|until)\}\}[ཀ-ྼ]/.test(bo), 'letter joined to a day')
  return [...faults, ...particleFaults(bo)]
}

function placeholders(text: string): string[] {
  return (text.match(/\{\{\w+\}\}|\$t\(.+?\)/g) ?? []).sort()
}

function particleFaults(bo: string): string[] {
  const syllables = bo.split(/([^ཀ-ྼ]+)/)
  return syllables.flatMap((syllable, index) => {
    const [before = '', between = ''] = [syllables[index - 2], syllables[index - 1]]
    if (between !== '་' || fixed.has(`${before}་${syllable}`)) return []
    const particle = particles.find(({ forms }) => forms.includes(syllable))
    const right = particle?.right[lastLetter(before)]
    return particle && right && right !== syllable ? [`${particle.name} ${before}་${syllable}, not ${right}: ${bo}`] : []
  })
}

/** The suffix of a syllable; empty where it is open (no suffix, or one that carries the vowel). */
function lastLetter(syllable: string): string {
  const last = syllable.at(-1) ?? ''
  const letters = [...syllable].filter((letter) => letter >= 'ཀ' && letter <= 'ཬ')
  if (last < 'ཀ' || last > 'ཬ' || letters.length < 2) return ''
  return last
}
