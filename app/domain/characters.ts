/** Invisible characters: joiners, marks of direction, variation selectors, fillers, controls. */
const invisible = /[\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]|(?!\s)\p{Control}/gu

/** Most of what is typed: visible ASCII, spaces, the middle dot and the first block of Han. Nothing here changes it, so it is not searched. */
const ordinary = /^[ -~·\u4e00-\u9fff]*$/

/** A text without invisible characters. Spaces and line breaks stay. */
export function withoutInvisible(text: string): string {
  return ordinary.test(text) ? text : text.replace(invisible, '')
}

/** The variation selectors and the vowel separator that give a Mongolian letter its shape. */
const ofLetters = String.raw`(?<=(?=\p{L})\p{Script=Mongolian})[\u180b-\u180f]{1,2}`
/** What makes one emoji of several, or gives one its colours. */
const ofEmoji = String.raw`(?<=\p{Extended_Pictographic})\ufe0f|(?<=\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{Extended_Pictographic})`
const [shapingName, shapingText] = [new RegExp(`(${ofLetters})`, 'u'), new RegExp(`(${ofLetters}|${ofEmoji})`, 'u')]

/** A name without invisible characters, except those that give a letter its shape. */
export const withoutInvisibleInName = (name: string): string => withoutInvisibleBut(shapingName, name)

/** A free text without them, except those that give a letter or an emoji its shape: none turns its direction, or hides. */
export const withoutInvisibleInText = (text: string): string => withoutInvisibleBut(shapingText, text)

function withoutInvisibleBut(shaping: RegExp, text: string): string {
  if (ordinary.test(text)) return text
  return text
    .split(shaping)
    .map((part, index) => (index % 2 === 1 ? part : withoutInvisible(part)))
    .join('')
}

/**
 * Radicals, each before the letter it looks like: text copied from a PDF has them in the place of letters.
 * @source Unicode, EquivalentUnifiedIdeograph.txt; the radicals of Kangxi's dictionary fold by NFKC.
 */
const radicals = new Map(
  `
⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿
⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟
`
    .match(/\S\S/gu)
    ?.map((pair) => [...pair] as [string, string]),
)

/** Text in NFC with radicals, compatibility ideographs, full-width Latin and the shapes of Arabic and Korean letters as plain letters. */
export function plainLetters(text: string): string {
  if (ordinary.test(text)) return text
  return text
    .replace(/[\u2e80-\u2ef3]/gu, (radical) => radicals.get(radical) ?? radical)
    .replace(/[\u2f00-\u2fd5Ａ-Ｚａ-ｚ\u3131-\u318e\uffa1-\uffdc\ufb50-\ufdff\ufe70-\ufefc]/gu, (one) => one.normalize('NFKC'))
    .normalize('NFC')
}

/**
 * Scripts in which an autonomous area may write a name on the resident identity card beside Han characters: Resident
 * Identity Card Law, article 4. Zhuang and Jingpo write in Latin letters, Uyghurs and Kazakhs in Arabic ones.
 */
const scripts = ['Mongolian', 'Tibetan', 'Arabic', 'Hangul', 'Yi', 'Tai_Le', 'New_Tai_Lue', 'Tai_Tham', 'Lisu', 'Miao']

/** Planes 2 and 3 hold ideographs only: those added after the runtime's Unicode version are letters too. */
const han = String.raw`[〇々\p{Unified_Ideograph}\u{20000}-\u{2fffd}\u{30000}-\u{3fffd}]`
const latin = String.raw`(?=\p{L})\p{Script=Latin}[\u0300-\u036f]*`
const others = scripts.map(
  (name) =>
    String.raw`(?=\p{L})\p{Script=${name}}${name === 'Mongolian' ? String.raw`[\p{M}\u180e]*` : String.raw`(?:(?=\p{M})\p{Script_Extensions=${name}})*`}`,
)

/** Source of an expression (flag `u`) for one letter of a name, with the marks that belong to it. */
export const nameLetter = `(?:${[han, latin, ...others].join('|')})`

/** The characters of a name that no name has: private or unassigned ones, letters of other scripts, marks without a letter, or others. */
export type Strange = { readonly kind: 'private' | 'script' | 'place' | 'characters'; readonly letters: readonly string[] }

/** What in a name is neither one of `nameLetter` nor of `taken`, of the kind that comes first; undefined where nothing is. */
export function strangeIn(name: string, taken: RegExp): Strange | undefined {
  const left = [...new Set(name.replace(new RegExp(nameLetter, 'gu'), '').replace(taken, ''))]
  const [first] = left
  if (first === undefined) return undefined
  const kind = kindOf(first)
  return {
    kind,
    letters: left
      .filter((one) => kindOf(one) === kind)
      .slice(0, mostShown)
      .map(shown),
  }
}

/** How many characters a sentence names at most. */
const mostShown = 8

function kindOf(character: string): Strange['kind'] {
  if (/[\p{Co}\p{Cn}\p{Cs}]/u.test(character)) return 'private'
  if (/\p{M}/u.test(character)) return 'place'
  return /\p{L}/u.test(character) ? 'script' : 'characters'
}

/** A character as a sentence shows it; a private one by its number (`U+E123`), a mark on a dotted circle. */
function shown(character: string): string {
  const number = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  if (kindOf(character) === 'private') return number
  return /\p{M}/u.test(character) ? `\u25cc${character}` : character
}

/** UTF-16 units a character may have: the longest emoji takes 15, a stack of Tibetan letters fewer; more are marks heaped on one letter. */
export const unitsPerCharacter = 16
const readersCharacters = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Is a text longer than so many characters as a reader counts them? */
export function isLonger(text: string, most: number): boolean {
  // A character is at least one unit: most texts need not be taken apart.
  if (text.length <= most) return false
  return text.length > most * unitsPerCharacter || [...readersCharacters.segment(text)].length > most
}

/** The middle dots of every keyboard, and the full stops that stand in for them. */
export const middleDots = /[\u00b7\u0387\u16eb\u2022\u2027\u2219\u22c5\u30fb\uff65\ua78f.．]/gu
