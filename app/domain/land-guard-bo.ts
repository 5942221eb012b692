import { type GuardOfLanguage, meetsIn } from './land-guard-text.ts'

// Tibetan half of the land guard; its terms are those of the glossary.

/** One of these words, whole, with the particles that are written without a tsheg. */
const wholeWords = (...of: readonly string[]) => `(?<![ཀ-ྼ])(?:${of.join('|')})(?:འི|འང|འམ|ར|ས)?(?![ཀ-ྼ])`

const land = wholeWords(
  ...['ས་ཆ', 'ས་ཞིང', 'ཞིང་ས', 'ཞིང་ཁ', 'རྩྭ་ས', 'རྩྭ་ཁ', 'འབྲོག་ས', 'དགུན་ས', 'དབྱར་ས', 'ནགས་ས', 'ཁང་གཞི', 'བགོ་བཤའ'],
  ...['རྩྭ་ཐང(?!་(?:གི་བྱ་དགའ|རོགས་དངུལ|སྡེ་ཁག))', 'བོགས་ལེན་(?:དབང|གན་རྒྱ|གཉེར་དབང)'],
  'ཐུན་མོང་(?:གི་)?(?:ཡོང་འབབ|ཁོངས་མི|ཁེ་དབང|རྒྱུ་ནོར|མ་རྐང|དཔལ་འབྱོར་རྩ་འཛུགས)',
)
const verbs = 'འཐེན|ཐོན|སྤྲོད|སྤྲད|ལེན|བླང|བླངས|བསྡུ|བསྡུས|སློག|བསློགས|ལོག|འབུལ|ཕུལ|འདོར|དོར'
const disposal = wholeWords(
  ...[`ཕྱིར་(?:${verbs})`, '(?<!(?:ར|ངོ|དངུལ|གླ|ཕོགས|རྟགས|མཆན|ཚབ)་)(?:སྤྲོད|སྤྲད)', 'འདོར', 'དོར', 'སྤོང', 'སྤངས', 'བློས་(?:གཏོང|བཏང)'],
  ...['བཙོང', 'བཙོངས', 'འཚོང', 'རྩིས་མེད', 'འཕྲོག', 'བཤིག', 'གཤིག', 'མཚམས་(?:འཇོག|བཞག)', 'འགྲོལ', 'གྲོལ'],
)
const proof = wholeWords('ར་སྤྲོད', 'ཁས་ལེན', 'གན་རྒྱ', 'དམ་བཅའ', 'ཡིག་ཆ', 'བདེན་དཔང')
const without = wholeWords('མེད་པ')
const certificate = wholeWords('ལག་ཁྱེར', 'དཔང་ཡིག', 'གན་རྒྱ')

const hit = new RegExp(`${land}.*?${disposal}`)
const lackingProof = new RegExp(`${land}.{0,20}?${without}.{0,12}?${proof}`)
const original = new RegExp(`${land}.{0,30}?${certificate}.{0,12}?${wholeWords('མ་ཡིག', 'མ་དཔེ', 'གཏའ་མ')}`)
/** Double negations: something else is refused without the disposal. A demand that looks like a negation. */
const unlessDone = new RegExp(`${land}.*?(?:མ|མི)་(?:${verbs}|བྱས)་?(?:པར|བར|པའི|བའི|གོང|ཚེ|ན).*?(?:མི|མ)་(?:ཆོག|ཐུབ|རུང|ལེན|བྱེད|འགྲུབ)`)
/** Negations: need not, may not, will not. The verb ends the sentence, so they stand behind. */
const negated =
  /(?:མི|མ)་(?:དགོས|ཆོག|རུང|ལེན|བླང|ཤོར|ཐུབ|བརྩི|འཐེན|སྤྲོད|སྤྲད|བསྡུ|འཇུག|བྱེད|བྱ|འདོར|འོས|གཏོང|འཕྲོག)|(?:དགོས|ཆོག|འོས)[^།]{0,12}མེད|དགོས་དོན་མེད|མིན|ནོར་བ|བཀག་འགོག|ཁྲིམས་འགལ/
/** Voluntary and conditional: the sentence tells what follows, and asks for nothing. */
const told = /རང་གིས[^།]*(?:སྤྲོད|སྤྲད|འཐེན)[^།]*ན|རང་མོས་ཡིན་དགོས|ཐུན་མོང་གིས་མོས་མཐུན/
const only = /ད་གཟོད|གཞི་ནས/

/** Tibetan half of the guard. */
export const tibetan: GuardOfLanguage = {
  demandIn: (text) => sentencesOf(tidied(text)).find(asks),
  demandAcross: (before, after) => {
    // A verb ends the sentence: what ends in a name of land goes on.
    const [end, beginning] = [lastClause(tidied(before)), tidied(after)]
    if (end === '' || beginning === '') return undefined
    const meets = meetsIn(word, `${end}་`, beginning) || (names.test(end) && disposes.test(beginning))
    return meets ? sentencesOf(`${end}་${beginning}`).find(asks) : undefined
  },
}

const word = new RegExp(`${land}|${disposal}`, 'g')
const names = new RegExp(`${land}(?:་(?:དེ|འདི|དང|ནི|ཚང་མ))?$`)
const disposes = new RegExp(`^(?:(?:སྔོན་ལ|རང་གིས|ཁྱེད་ཀྱིས|འཕྲལ་དུ|ཚང་མ)་)*${disposal}`)
const lastClause = (text: string) =>
  text
    .split(/[།\n]/)
    .findLast((clause) => /[ཀ-ྼ]/.test(clause))
    ?.replace(/་$/, '') ?? ''

function asks(sentence: string): boolean {
  // A space may stand where a tsheg does.
  const said = sentence.replaceAll(' ', '་')
  if (unlessDone.test(said)) return true
  if (lackingProof.test(said) || original.test(said)) return !negated.test(said)
  const found = hit.exec(said)
  if (!found) return false
  // The negation may stand inside the verb: ཕྱིར་མི་ལེན.
  const rest = said.slice(found.index)
  return !negated.test(rest) && !(told.test(said) && !only.test(said))
}

/** Syllables that are known where the tsheg between them is missing: those of land and its disposal, and those beside them. */
const syllables = [
  ...['རྩྭ', 'ས', 'ཆ', 'ཞིང', 'ཁ', 'འབྲོག', 'དགུན', 'དབྱར', 'ནགས', 'ཁང', 'གཞི', 'ཐང', 'ཕྱིར', ...verbs.split('|'), 'སྤོང', 'སྤངས', 'བཙོང', 'བཙོངས'],
  ...['བློས', 'གཏོང', 'བཏང', 'མི', 'དགོས', 'རོགས', 'བྱས', 'བྱེད', 'ནས', 'ཡོང', 'པའི', 'སྔོན'],
]
const syllable = syllables.toSorted((a, b) => b.length - a.length).join('|')
const eachSyllable = new RegExp(syllable, 'g')
/** Known syllables without a tsheg. The longest is taken each time, so that it takes no longer the more there are. */
const fused = new RegExp(`(?<![ཀ-ྼ])(?:(?=(${syllable}))\\1){2,}(?![ཀ-ྼ])`, 'g')
/** Behind these ས is a word; behind any other syllable it is a particle, or the end of another word. */
const beforeSa = ['རྩྭ', 'འབྲོག', 'ཞིང', 'དགུན', 'དབྱར']

function parted(all: string): string {
  const parts = all.match(eachSyllable) ?? []
  return parts.at(-1) === 'ས' && !beforeSa.includes(parts.at(-2) ?? '') ? all : parts.join('་')
}

/** A text with one tsheg between two syllables, whatever stands there, and the usual misspelling of pasture mended. */
function tidied(text: string): string {
  return text
    .replace(/[\u0f0e-\u0f14]/g, '།')
    .replace(/(?<=[ཀ-ྼ])[^\p{L}\p{M}\p{N}\s་།]+(?=[ཀ-ྼ])/gu, '་')
    .replace(/[ \t]*་[་ \t]*/g, '་')
    .replace(/(?<!(?:དགོས|རོགས|ར་སྤྲོད|ཡོད|མེད|རེད|ཡིན|ཆོག))་\s*\n\s*/g, '་')
    .replace(/(?<![ཀ-ྼ])རྩ[\u0f71\u0fad\u0fba]*(?=་(?:ས(?:འི|ར)?|ཁ|ཐང)(?![ཀ-ྼ])|ས(?:ཕྱིར|སྤྲོད))/g, 'རྩྭ')
    .replace(fused, parted)
}

/** Sentences: a shad ends a clause only where the words before it lead on, or where it parts a list. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  let open = ''
  for (const clause of text.split(/།+\s*|(?<=ག)[ ]|\n/)) {
    open = open === '' ? clause.trim() : `${open} ${clause.trim()}`
    const leadsOn = /(?:དང|ན|ནས|ཏེ|སྟེ|ཞིང|ཅིང|ཤིང|བཅས|ཀྱང|ཡང)་?$/.test(clause.trim()) || clause.split('་').length < 6
    if (leadsOn && !/(?:དགོས|རོགས|ར་སྤྲོད)་?$/.test(clause.trim())) continue
    sentences.push(open)
    open = ''
  }
  return [...sentences, open]
}
