import { plainLetters, withoutInvisible } from './characters.ts'

/**
 * Traditional letters and variants, each before the simplified one: of the letters the guard's words are made of, which say the same in
 * both.
 */
const simplified = new Map(
  `
設设勞劳務务總总權权經经營营裏里裡里鄉乡種种將将沒没無无區区圖图級级鐵铁帶带場场塲场業业農农窩窝監监護护獎奖補补貼贴濟济產产産产財财紅红資资員员組组織织
還还給给騰腾須须繳缴轉转歸归棄弃捨舍喪丧斷断脫脱離离鉤钩鈎钩註注銷销弔吊廢废終终結结與与讓让過过戶户贈赠賣卖變变遷迁復复複复墾垦處处後后償偿辦办機机製制
試试應应該该並并併并於于嚴严絕绝為为爲为個个類类從从當当強强違违對对錯错準准暫暂緩缓駁驳誰谁單单說说説说誤误規规據据謠谣報报訴诉舉举擧举願愿決决請请問问
纔才諾诺證证証证協协議议聲声書书簽签籤签訂订憑凭擁拥張张參参佔占繼继續续廳厅們们糾纠紛纷維维這这實实隊队來来幹干乾干淨净凈净畝亩庫库倫伦糧粮責责莊庄
灘滩塊块鎮镇點点體体發发別别會会許许慮虑則则內内兩两數数磚砖間间裝装盡尽動动頭头號号岀出舊旧寫写訟讼
`
    .match(/\S\S/gu)
    ?.map((pair) => [...pair] as [string, string]),
)

/** What stands for nothing: private letters, the sign of an object, strokes that stand alone as marks, controls but spaces and line ends. */
const empty = /[\p{Co}\ufffc\ufffd丨丶丿亅]|(?!\s)\p{Control}/gu
/** Marks heaped on a letter; those of Tibetan are its vowels. */
const heaped = /(?<=\p{Script=Han})[\u0300-\u036f\u20d0-\u20ff]+/gu

/** A text of staff as the guard reads it: letters as they look, in the letters its words are written in, nothing invisible, lines ended by `\n`. */
export function guardedText(text: string): string {
  return withoutInvisible(plainLetters(text))
    .normalize('NFKC')
    .replace(/[\v\f\r\u0085\u2028\u2029]/g, '\n')
    .replace(empty, '')
    .replace(heaped, '')
    .replace(/\p{Script=Han}/gu, (letter) => simplified.get(letter) ?? letter)
}

/** What the guard knows of one language; it takes texts as `guardedText` gives them. */
export type GuardOfLanguage = {
  /** The first sentence that asks for land. */
  readonly demandIn: (text: string) => string | undefined
  /** A demand that begins at the end of one text and ends at the beginning of another; neither needs to say it alone. */
  readonly demandAcross: (before: string, after: string) => string | undefined
}

/** Does one of these words stand where two texts meet, some of it in each? */
export function meetsIn(pattern: RegExp, before: string, after: string): boolean {
  return [...`${before}${after}`.matchAll(pattern)].some(
    ({ 0: word, index }) => index < before.length && index + word.length > before.length,
  )
}
