import { type GuardOfLanguage, meetsIn } from './land-guard-text.ts'

// Chinese half of the land guard: a word for land, a word for disposing of it, and no negation that holds for it.

/** 承包 of a building site is none of land. */
const contracted = '(?<!工程|建设|施工|劳务|总|分)承包(?:地|权|经营权|合同|经营合同|期)'
/** 地 by itself is land only beside these, also counted; most words that end in it are places. */
const bareLand =
  '(?:(?<=[家里村乡上]的)|(?<=把|种|将|没有|名下无)|(?<=[这那几两一些每][块片]))地(?![址方点区图段名籍级铁带理位砖毯])|地(?=(?:已经|已|都)不种)|家里地|[一二三四五六七八九十百几两半数多\\d]亩'
/** What people call it at home. */
const everydayLand = '牧草地|草地|草滩|草库伦|草料地|口粮田|责任田|承包田|水浇地|旱地|坡地|菜地|庄稼地|庄廓|庄窠|房基地|屋基地'
const land = [
  contracted,
  '家庭承包|土地|耕地|农地|田地|自留地|草场|草山|牧场|牧区的?房|林地|林权|宅基地|冬窝子|夏窝子',
  // Not the offices and the subsidies that bear the name.
  '(?<!和|业)草原(?!局|站|监理|管护|奖补|补奖|补助|补贴|和)',
  '集体(?:土地|收益|分红|分配|股|权益|资产|财产|经济|成员)|村集体|分红|股份|股权|(?<=退)股',
  everydayLand,
  bareLand,
].join('|')

const disposal = [
  '退出|退还|退回|退掉|退给|退了|腾退|清退|(?<=先|要|须|得)退',
  '交回|交还|交出|交给|上交|上缴|缴回|移交|转交|交掉|交了|还给|还回|归还|送还',
  '交上[来去]|交到(?:村|集体|大?队|生产队|社里|公家)|签(?:给|让|出去|掉)|腾出',
  '放弃|弃权|舍弃|丧失|失去|割断|脱离|脱钩|除名|注销|吊销|作废|销掉|取消',
  '终止|解除|中止|结清|清算|算清|了结|了断|收回|收走|收归|收缴|没收|停[了掉发]|归(?:村|集体|公|别人)',
  '让给|让出|让与|转让|转给|过户|流转给|流转到|赠与|赠给|送给|卖|变卖|出售|抵押|拆(?!迁)|复垦|停种|不种|撂荒',
  '处[理置](?:了|掉|好|完|干净|清楚|以后|之后)',
].join('|')

/** Compounds of land and its disposal in one word. */
const both =
  '退(?:民?地(?![址方点])|出?包地|包(?![裹装间房])|草(?![稿原场山])|耕(?!还)|牧(?!还)|林(?!业)|股|社(?!保|会|区))|[销弃收还卖交](?:地|草场)(?![址方点区图段名])|有偿退出(?!的?(?:办法|机制|政策|试点))'

/** Negations that hold wherever they stand before the disposal in its clause: need not, may not, will not. */
const never =
  /不用|不必|不需|无需|无须|毋须|不要|不得|不会|不能|不可|不许|不准|不应|不该|不拿|不因|不以|不是|并非|不等于|不代表|没有?要求|禁止|严禁|拒绝|防止|避免|勿|(?<![区个级性特分类])别(?![人的处])/
const notJustBefore = /(?:不|没|没有|未|未曾|从未|无)(?:被)?$/
/** Negations behind the disposal. */
const notAfter =
  /^[^,]*?(?:不用|不必|不需|无需|无须|不要|不收|不是|不作|不算|不应|不该|不许|不准|[不没]有?必要|不[得能](?:作|当|成为|是|要求|强)|非法|违法|无效|不对|错)/
/** Double negations: something else is refused without the disposal, or before it. A demand that looks like a negation. */
const refusal = '(?:不[予能得给办行受批准可成了]|无法|暂[缓不]|驳回|退件)'
const given = `(?:${disposal}|退|交)`
const unlessDone = new RegExp(
  `(?:不|没|没有|未|未曾|尚未)${given}[^。]*?${refusal}|(?:不能|不得|不可)不${given}|非${given}[^。]*?不可|${given}[^,。]{0,8}(?<!提)前[^。]*?${refusal}`,
)
/** Somebody else who asks for it is spoken of. */
const others = /(?:有人|谁|任何人|任何单位|任何组织|哪个|哪家)[^,]{0,8}?(?:要|让|叫|说|逼|强|以)/
const refuted = /不对|是错|错误|错的|——错|不合法|违法|不符合规定|没有依据|谣言|不可信/
const remedy = /反映|投诉|举报|仲裁|起诉|申诉|法律援助|求助|追究|公益诉讼/
const told = /补偿|提前半年|想清楚|考虑清楚|自己(?:愿意|决定|做主)|集体同意/
/** What makes a sentence a demand, whatever else it tells. */
const demanded =
  /(?<![申邀聘])请(?!问)|必?须|方可|才[能可给行]|否则|再来|承诺|证明|协议|声明|保证书|签(?:字|名|署|订)|(?<!集体)同意|字据|凭据/

const papersOf = '(?:证明|声明|承诺|保证|说明|材料|字据|凭据)'
const mayNot = '不[能得可许准]'
const keeping = '(?:享受|享有|保留|拥有|主张|要求|承包|使用|经营|参与|参加|分配|占有|占用|持有|耕种)'
const demands = [
  // Proof that somebody has none.
  new RegExp(`(?<!不用|不必|不要|要求)(?:没有?|无|未有|不再有|不拥有)[^,。]{0,6}(?:${land}|地(?![址方点区]))[^,。]{0,10}${papersOf}`),
  // A promise not to have, use or share in it any more; or that it may not be kept.
  new RegExp(`(?:不再|${mayNot}|停止|不)(?:继续|再)?(?:${keeping}[^,。]{0,8}|想?要|留)(?:${land})(?!的?(?:证|合同|财产))`),
  new RegExp(`(?:${land})[^,。]{0,6}(?:不再|${mayNot})(?:再|继续)?(?:${keeping}|要(?!求)|留|种|分(?!割))`),
  // Its certificates, kept or in the original.
  new RegExp(
    `(?:${land})[^,。]{0,8}(?:证|本|合同)[^,。]{0,6}(?:原件|保管|扣|押|留下|留在|收走|代存|交[^,。]{0,3}(?:窗口|大厅|我们|村|工作人员))`,
  ),
]
const dispute = /纠纷|维权|仲裁|起诉/

const hit = new RegExp(`${both}|${disposal}`, 'g')
const anyLand = new RegExp(land)
const ownLand = new RegExp(both)

/** Marks inside a word: brackets, quotes, strokes, dots; not those that end a sentence or a clause. */
const marks = /(?<=\p{Script=Han})[ \t]*(?:[^\p{L}\p{N}\s,。!?;][ \t]*)+(?=\p{Script=Han})/gu
/** A comma or full stop that can only be meant to cut a word of the guard. */
const cut =
  /(?<=承)[,。]+(?=包)|(?<=宅)[,。]+(?=基)|(?<=宅基|承包)[,。]+(?=地(?:$|[,。再才了]))|(?<=放)[,。]+(?=弃)|(?<=退)[,。]+(?=出(?:承|草|牧|土|耕|林|宅|集体|农))/g

/** Clauses, one by one; what ends one says nothing. */
const between = /[\s,。!?;]+/
const isThere = (clause: string) => clause !== ''
/** Words that two texts may be cut in; half of others, such as 交回, is said every day. */
const word = new RegExp(`${both}|${land}|退出|腾退|放弃|缴回|归还|注销|转让|流转|过户`, 'g')
/** Papers are given back, returned and cancelled every day: of these alone no land is wanted. */
const handedOver = '退出|退掉|腾退|放弃|交回|交还|交出|上交|上缴|缴回|归还|让出|转让|流转|过户|卖掉|(?<=先|要|须|得)退[还回]?'
const asking = '(?:请|先|要|须|必须|得|应当?|需要|一定|务必|尽快|主动|自愿|全部?|都|一并|再|您|你|把|将)*'
const whose = '(?:您|你|把|将|请|家里?|村里?|老家|乡下|的|那|这|所有|全部|几亩)*'
/** A clause that ends before it says what is to be given up, one that begins with it, one that names it alone, one that goes on with it. */
const wants = new RegExp(`^${asking}(?:${handedOver})(?:了|掉)?${whose}$`)
const isLand = new RegExp(`^${whose}(?:${land})`)
const names = new RegExp(`^${whose}(?:${land})(?:都|全|也)?$`)
const disposes = new RegExp(`^${asking}(?:${handedOver})(?:$|[了掉完给再后才]|以后|之后)`)

/** Chinese half of the guard. Marks and the end of a line may stand inside a word: a text is read with them, and without. */
export const chinese: GuardOfLanguage = {
  demandIn: (text) => {
    for (const variant of [text, text.replace(marks, '').replace(cut, '')]) {
      const demand = demandAmong(variant) ?? demandAmong(variant.replaceAll('\n', ''))
      if (demand !== undefined) return demand
    }
    return undefined
  },
  demandAcross: (before, after) => {
    const [end, beginning] = [before.split(between).findLast(isThere) ?? '', after.split(between).find(isThere) ?? '']
    const meets =
      meetsIn(word, end, beginning) || (wants.test(end) && isLand.test(beginning)) || (names.test(end) && disposes.test(beginning))
    return meets ? demandAmong(`${end}${beginning}`) : undefined
  },
}

function demandAmong(text: string): string | undefined {
  const sentences = text.split(/[。！？!?;；\n]/).map((sentence) => sentence.replace(/\s+/g, ''))
  return sentences.find((sentence, index) => asks(sentence, sentences[index + 1] ?? ''))
}

function asks(sentence: string, next: string): boolean {
  if (!anyLand.test(sentence) && !ownLand.test(sentence)) return false
  if (others.test(sentence) || refuted.test(sentence) || /^(?:这|那|其实)?(?:不对|错|是错)/.test(next)) return false
  if (unlessDone.test(sentence)) return true
  if (demands.some((one) => one.test(sentence)) && !dispute.test(sentence)) return !isTold(sentence)
  const clauses = sentence.split(',')
  return clauses.some((clause, at) => [...clause.matchAll(hit)].some((found) => isDemand(found, clauses, at)))
}

/** Is this disposing of land, and not negated? Land may stand in a clause before where the village is named that gets it. */
function isDemand({ 0: word, index }: RegExpExecArray, clauses: readonly string[], at: number): boolean {
  const clause = clauses[at] ?? ''
  const [before, after] = [clause.slice(0, index), clause.slice(index + word.length)]
  const toVillage = /^(?:集体|村|大队|生产队|队里)/.test(after) || /集体|村|归/.test(word)
  const where = toVillage ? clauses.slice(0, at + 1).join(',') : clause
  if (!anyLand.test(where) && !ownLand.test(word)) return false
  return !never.test(before) && !notJustBefore.test(before) && !notAfter.test(after) && !isTold(clauses.join(','))
}

/** A sentence about rights: what becomes of land given up by one's own will, and who helps where it is taken. */
function isTold(sentence: string): boolean {
  return (told.test(sentence) || remedy.test(sentence)) && !demanded.test(sentence)
}
