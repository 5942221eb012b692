import { paperTextKey } from '#app/cases/folder.ts'
import { languages } from '#app/domain/language.ts'
import { paperName } from '#app/i18n/stored-names.ts'
import { services } from '#app/services/index.ts'
import type { OldPage } from './old-data.ts'
import { decidedByDepartment, fields, letterOf, namedByIdOnly } from './old-names.ts'
import { textOf } from './texts.ts'

/** Answers, and what questions are called, put otherwise since: an answer that is not handed in yet reads in today's words. */
const reworded: Readonly<Record<string, string>> = {
  '在现住县（市、区）的农村牧区': '就在这个县的乡下、牧区',
  '不清楚，或没上户口': '不清楚',
  '满半年，没有登记': '满半年，没登记',
  不满半年: '不到半年，登没登记说不清',
  '有，按年签注，还有效': '有，这里发的，还有效',
  住在一起: '跟爸爸、妈妈（一方也算）或法定监护人',
  不住在一起: '不住这里',
  和大人同住: '跟谁住',
  现在没有上学: '没上过学（还没到年龄，或一直没上）',
  小学: '小学一到五年级',
  职业学校: '中职、技校',
  '在单位上班，有合同': '给老板或单位打工，签了合同',
  '在单位、工地干活，没有合同': '给老板或单位打工，没签合同',
  在网络平台接单: '在手机上接单',
  '自己开店，不雇人': '自己做生意，没雇人',
  '没有工作，在找': '没工作，正在找',
  '没有工作，不找': '不工作，也不找',
  退休了: '退休了，领着养老金',
  '在本地，职工医保': '老板或单位交的，或自己按职工交的，在这里',
  '在本地，居民医保': '一年交一次的居民医保，在这里',
  '在别处，职工医保': '老板或单位交的，或自己按职工交的，在别处还交着',
  '在老家或别处，居民医保': '一年交一次的居民医保，在老家或别处还交着',
  没有参加: '没有',
  已经享受低保等救助: '已经在领低保这类钱',
  单位或工地的宿舍: '老板、单位或工地的宿舍',
  'མི་གསལ། ཡང་ན་ཐེམ་ཐོ་ཐོ་འགོད་བྱས་མེད': 'མི་གསལ',
  'ལོ་ཕྱེད་འཁོར་མེད': 'ལོ་ཕྱེད་འཁོར་མེད། ཐོ་འགོད་བྱས་ཡོད་མེད་མི་གསལ',
  'ཡོད། ལོ་ལྟར་མཆན་བཀོད་པས་ད་དུང་ནུས་ལྡན་ཡིན': 'ཡོད། འདིར་སྤྲད་པ། ད་དུང་ནུས་ལྡན་ཡིན',
  'མཉམ་དུ་སྡོད': 'ཕ་མ་(གཅིག་ཀྱང་འགྲིག)འམ་ཁྲིམས་ཐོག་གི་ལྟ་སྲུང་མཁན་དང་མཉམ་དུ་སྡོད',
  'མཉམ་དུ་མི་སྡོད': 'འདིར་མི་སྡོད',
  'ནར་སོན་པ་དང་མཉམ་དུ་སྡོད་པ': 'སུ་དང་མཉམ་དུ་སྡོད་པ',
  'ད་ལྟ་སློབ་གྲྭར་ཞུགས་མེད': 'སློབ་གྲྭར་འགྲོ་མ་མྱོང་(ལོ་ཚོད་མ་ལོན་པའམ་ནམ་ཡང་སོང་མེད)',
  'སློབ་ཆུང': 'སློབ་ཆུང་ལོ་རིམ་དང་པོ་ནས་ལྔ་པའི་བར',
  'ལས་རིགས་སློབ་གྲྭ': 'འབྲིང་རིམ་ལས་རིགས་སློབ་གྲྭའམ་ལག་རྩལ་སློབ་གྲྭ',
  'མི་སྤྱོད་ཚན་པར་ལས་ཀ་བྱེད། གན་རྒྱ་ཡོད': 'གླ་བདག་གམ་མི་སྤྱོད་ཚན་པར་ལས་ཀ་བྱེད། གན་རྒྱ་ཡོད',
  'མི་སྤྱོད་ཚན་པའམ་བཟོ་སྐྲུན་ཐང་དུ་ལས་ཀ་བྱེད། གན་རྒྱ་མེད': 'གླ་བདག་གམ་མི་སྤྱོད་ཚན་པར་ལས་ཀ་བྱེད། གན་རྒྱ་མེད',
  'དྲ་ཐོག་སྟེགས་བུའི་ལས་ཀ་ལེན': 'ཁ་པར་ཐོག་ནས་ལས་ཀ་ལེན',
  'རང་གིས་ཚོང་ཁང་གཉེར། མི་གླས་མེད': 'རང་གིས་ཚོང་གཉེར། མི་གླས་མེད',
  'ལས་ཡོལ་བྱས་ཟིན': 'ལས་ཡོལ་བྱས་ཟིན། རྒན་གསོའི་དངུལ་ལེན་བཞིན་ཡོད',
  'ས་གནས་འདིར། ལས་བཟོའི་སྨན་བཅོས་འགན་སྲུང': 'གླ་བདག་གམ་མི་སྤྱོད་ཚན་པས་བསྐྱལ་བའམ་རང་གིས་ལས་བཟོ་ལྟར་བསྐྱལ་བ། ས་གནས་འདིར',
  'ས་གནས་འདིར། སྡོད་དམངས་སྨན་བཅོས་འགན་སྲུང': 'ལོ་རེར་ཐེངས་གཅིག་བསྐྱལ་བའི་སྡོད་དམངས་སྨན་བཅོས་འགན་སྲུང་། ས་གནས་འདིར',
  'ས་གནས་གཞན་དུ། ལས་བཟོའི་སྨན་བཅོས་འགན་སྲུང': 'གླ་བདག་གམ་མི་སྤྱོད་ཚན་པས་བསྐྱལ་བའམ་རང་གིས་ལས་བཟོ་ལྟར་བསྐྱལ་བ། ས་གནས་གཞན་དུ་ད་དུང་སྐྱེལ་བཞིན་ཡོད',
  'ཕ་ཡུལ་ལམ་ས་གནས་གཞན་དུ། སྡོད་དམངས་སྨན་བཅོས་འགན་སྲུང': 'ལོ་རེར་ཐེངས་གཅིག་བསྐྱལ་བའི་སྡོད་དམངས་སྨན་བཅོས་འགན་སྲུང་། ཕ་ཡུལ་ལམ་ས་གནས་གཞན་དུ་ད་དུང་སྐྱེལ་བཞིན་ཡོད',
  'ཞུགས་མེད': 'མེད',
  'འཚོ་བའི་མ་མཐའི་འགན་སྲུང་སོགས་ཐོབ་བཞིན་ཡོད': 'འཚོ་བའི་མ་མཐའི་འགན་སྲུང་ལྟ་བུའི་དངུལ་ལེན་བཞིན་ཡོད',
  'མི་སྤྱོད་ཚན་པའམ་བཟོ་སྐྲུན་ཐང་གི་ཉལ་ཁང': 'གླ་བདག་གམ་མི་སྤྱོད་ཚན་པའམ་བཟོ་སྐྲུན་ཐང་གི་ཉལ་ཁང',
}

/** Names of services put otherwise since: a draft has today's; what was handed in was stored with its own, and keeps it. */
const renamed: Readonly<Record<string, string>> = {
  'ལས་བཟོའི་རྒན་གསོ་དང་སྨན་བཅོས་འགན་བཅོལ': 'ལས་བཟོའི་རྒན་གསོ་དང་ལས་བཟོའི་སྨན་བཅོས་འགན་སྲུང',
  'སྟབས་བསྟུན་ལས་ཞུགས་མི་སྣས་ལས་བཟོའི་རྒན་གསོ་དང་སྨན་བཅོས་འགན་བཅོལ་ནང་ཞུགས་པ': 'སྟབས་བསྟུན་ལས་ཞུགས་མི་སྣ་ལས་བཟོའི་རྒན་གསོ་དང་སྨན་བཅོས་འགན་སྲུང་ལ་ཞུགས་པ',
}

/**
 * Titles of instruments put otherwise since. What dc44230 stored with a submission named an instrument by its id alone, nowhere by its title: so
 * its cases cite it at the desk by the title it had when the first release opened them that keeps it.
 */
const citedByIdOnly: Readonly<Record<string, string>> = {
  'སྨན་བཅོས་འགན་བཅོལ་ནང་ཞུགས་ཡིག་ཆ': 'སྨན་བཅོས་འགན་སྲུང་གི་འགན་བཅོལ་ནང་ཞུགས་ཡིག་ཆ',
}

/** Names of papers put in plainer words since: a case and its data keep those they were handed in with, slips and forms have today's. */
const papers: Readonly<Record<string, string>> = {
  '收入和财产的声明，授权核查': '写清收入和财产、同意去查的纸',
  '工作的材料，比如劳动合同，或者单位写的证明': '工作的材料，比如劳动合同，或者老板、单位写的证明',
  '住处的材料，比如租房合同，或者房东、单位、亲友写的说明': '住处的材料，比如租房合同，或者房东、老板、单位、亲友写的说明',
  '没有房子的承诺，或者授权核查': '写明自己没有房子的承诺，或者同意去查的纸',
  '收入、住房的授权核查': '同意去查收入和住房的纸',
  '同意核对的授权书。能从系统查到的收入、财产，不应再要证明': '同意去查收入和财产的授权书。能从系统查到的，不应再要证明',
  '能证明干了活、欠多少的：合同、考勤、聊天记录、工友的话、欠条。没有合同也可以。单位不拿出账的，由单位担责':
    '能证明干了活、欠多少的：合同、考勤、聊天记录、工友的话、欠条。没有合同也可以。老板或单位不拿出账的，由他们担责',
  '住处、就业、就读三样证明里的一样。住处：租房合同、房产证、购房合同，或者房东、单位、学校写的住宿证明。就业：营业执照、劳动合同，或者单位写的证明':
    '住处、就业、就读三样证明里的一样。住处：租房合同、房产证、购房合同，或者房东、老板、单位、学校写的住宿证明。就业：营业执照、劳动合同，或者老板、单位写的证明',
  '收入和财产的声明，授权核查。能从系统查到的，不应再要证明': '写清收入和财产、同意去查的纸。能从系统查到的，不应再要证明',
  'ཡོང་འབབ་དང་རྒྱུ་ནོར་ག་ཚོད་ཡོད་པ་རང་གིས་བྲིས་པའི་ཡི་གེ་དང་ཞིབ་བཤེར་བྱེད་པར་མོས་མཐུན་གྱི་དབང་སྤྲོད་ཡི་གེ':
    'ཡོང་འབབ་དང་རྒྱུ་ནོར་ག་ཚོད་ཡོད་པ་གསལ་པོར་བྲིས་ཤིང་རྩད་ཞིབ་བྱེད་པར་མོས་མཐུན་བྱས་པའི་ཡི་གེ',
  'ལས་ཀའི་ཡིག་ཆ། དཔེར་ན་ངལ་རྩོལ་གན་རྒྱའམ་མི་སྤྱོད་ཚན་པས་བྲིས་པའི་ར་སྤྲོད': 'ལས་ཀའི་ཡིག་ཆ། དཔེར་ན་ངལ་རྩོལ་གན་རྒྱའམ་གླ་བདག་གམ་མི་སྤྱོད་ཚན་པས་བྲིས་པའི་ར་སྤྲོད',
  'སྡོད་སའི་ཡིག་ཆ། དཔེར་ན་ཁང་གླའི་གན་རྒྱ། ཡང་ན་ཁང་བདག་གམ་མི་སྤྱོད་ཚན་པའམ་གཉེན་གྲོགས་ཀྱིས་བྲིས་པའི་གསལ་བཤད':
    'སྡོད་སའི་ཡིག་ཆ། དཔེར་ན་ཁང་གླའི་གན་རྒྱ། ཡང་ན་ཁང་བདག་གམ་གླ་བདག་གམ་མི་སྤྱོད་ཚན་པའམ་གཉེན་གྲོགས་ཀྱིས་བྲིས་པའི་གསལ་བཤད',
  'ཁང་པ་མེད་པའི་ཁས་ལེན་ནམ་ཞིབ་བཤེར་བྱེད་པར་མོས་མཐུན་གྱི་དབང་སྤྲོད་ཡི་གེ': 'རང་ལ་ཁང་པ་མེད་པའི་ཁས་ལེན་ནམ་རྩད་ཞིབ་བྱེད་པར་མོས་མཐུན་བྱས་པའི་ཡི་གེ',
  'ཡོང་འབབ་དང་སྡོད་ཁང་ཞིབ་བཤེར་བྱེད་པར་མོས་མཐུན་གྱི་དབང་སྤྲོད་ཡི་གེ': 'ཡོང་འབབ་དང་སྡོད་ཁང་རྩད་ཞིབ་བྱེད་པར་མོས་མཐུན་བྱས་པའི་ཡི་གེ',
  'ཡོང་འབབ་དང་རྒྱུ་ནོར་ཞིབ་བཤེར་བྱེད་པར་མོས་མཐུན་གྱི་དབང་སྤྲོད་ཡི་གེ རྒྱུད་ཁོངས་ནས་རྩད་ཞིབ་ཐུབ་ན་ལས་ཁུངས་ཀྱིས་ཁྱེད་ལས་དེའི་ར་སྤྲོད་ཡིག་ཆ་བླང་མི་རུང':
    'ཡོང་འབབ་དང་རྒྱུ་ནོར་རྩད་ཞིབ་བྱེད་པར་མོས་མཐུན་གྱི་དབང་སྤྲོད་ཡི་གེ མ་ལག་ནས་རྩད་ཞིབ་ཐུབ་ན་ལས་ཁུངས་ཀྱིས་ཁྱེད་ལས་དེའི་ར་སྤྲོད་ཡིག་ཆ་བླང་མི་རུང',
  'ལས་ཀ་བྱས་པ་དང་འགྱངས་ཆད་ག་ཚོད་ཡིན་པའི་ར་སྤྲོད། གན་རྒྱ་དང་། ལས་ཀར་སོང་བའི་ཉིན་ཐོ། སྐད་འཕྲིན་གྱི་ཁ་བརྡ། ལས་རོགས་ཀྱི་ངག་གི་ར་སྤྲོད། བུ་ལོན་འཛིན་ཤོག་སོགས་ཡིན། གན་རྒྱ་མེད་ཀྱང་ཆོག མི་སྤྱོད་ཚན་པས་གླ་ཕོགས་ཀྱི་རྩིས་ཐོ་མ་བཏོན་ན་ཚན་པ་དེས་འགན་འཁུར་དགོས':
    'ལས་ཀ་བྱས་པ་དང་འགྱངས་ཆད་ག་ཚོད་ཡིན་པའི་ར་སྤྲོད། གན་རྒྱ་དང་། ལས་ཀར་སོང་བའི་ཉིན་ཐོ། སྐད་འཕྲིན་གྱི་ཁ་བརྡ། ལས་རོགས་ཀྱི་ངག་གི་ར་སྤྲོད། བུ་ལོན་འཛིན་ཤོག་སོགས་ཡིན། གན་རྒྱ་མེད་ཀྱང་ཆོག གླ་བདག་གམ་མི་སྤྱོད་ཚན་པས་གླ་ཕོགས་ཀྱི་རྩིས་ཐོ་མ་བཏོན་ན་ཁོ་ཚོས་འགན་འཁུར་དགོས',
  'སྡོད་ས་དང་ལས་ཞུགས། སློབ་ཞུགས་ཀྱི་ར་སྤྲོད་གསུམ་ལས་གཅིག སྡོད་སའི་ར་སྤྲོད་ནི། ཁང་གླའི་གན་རྒྱའམ་ཁང་པའི་ལག་ཁྱེར། ཡང་ན་ཁང་པ་ཉོ་བའི་གན་རྒྱ། ཡང་ན་ཁང་བདག་གམ་མི་སྤྱོད་ཚན་པ། སློབ་གྲྭ་གང་རུང་གིས་བྲིས་པའི་སྡོད་གནས་ར་སྤྲོད་ཡིན། ལས་ཞུགས་ཀྱི་ར་སྤྲོད་ནི། ཚོང་གཉེར་ལག་ཁྱེར་རམ་ངལ་རྩོལ་གན་རྒྱ། ཡང་ན་མི་སྤྱོད་ཚན་པས་བྲིས་པའི་ར་སྤྲོད་ཡིན':
    'སྡོད་ས་དང་ལས་ཞུགས། སློབ་ཞུགས་ཀྱི་ར་སྤྲོད་གསུམ་ལས་གཅིག སྡོད་སའི་ར་སྤྲོད་ནི། ཁང་གླའི་གན་རྒྱའམ་ཁང་པའི་ལག་ཁྱེར། ཡང་ན་སྡོད་ཁང་ཉོ་བའི་གན་རྒྱ། ཡང་ན་ཁང་བདག་གམ་གླ་བདག་གམ་མི་སྤྱོད་ཚན་པ། སློབ་གྲྭ་གང་རུང་གིས་བྲིས་པའི་སྡོད་གནས་ར་སྤྲོད་ཡིན། ལས་ཞུགས་ཀྱི་ར་སྤྲོད་ནི། ཚོང་གཉེར་ལག་ཁྱེར་རམ་ངལ་རྩོལ་གན་རྒྱ། ཡང་ན་གླ་བདག་གམ་མི་སྤྱོད་ཚན་པས་བྲིས་པའི་ར་སྤྲོད་ཡིན',
  'ཡོང་འབབ་དང་རྒྱུ་ནོར་ག་ཚོད་ཡོད་པ་རང་གིས་བྲིས་པའི་ཡི་གེ་དང་ཞིབ་བཤེར་བྱེད་པར་མོས་མཐུན་གྱི་དབང་སྤྲོད་ཡི་གེ། རྒྱུད་ཁོངས་ནས་རྩད་ཞིབ་ཐུབ་ན་རེ་ཞུ་ལེན་མཁན་ལས་ཁུངས་ཀྱིས་ཁྱེད་ལས་དེའི་ར་སྤྲོད་ཡིག་ཆ་བླང་མི་རུང':
    'ཡོང་འབབ་དང་རྒྱུ་ནོར་ག་ཚོད་ཡོད་པ་གསལ་པོར་བྲིས་ཤིང་རྩད་ཞིབ་བྱེད་པར་མོས་མཐུན་བྱས་པའི་ཡི་གེ མ་ལག་ནས་རྩད་ཞིབ་ཐུབ་ན་རེ་ཞུ་ལེན་མཁན་ལས་ཁུངས་ཀྱིས་ཁྱེད་ལས་དེའི་ར་སྤྲོད་ཡིག་ཆ་བླང་མི་རུང',
  'དེར་ལས་ཀ་བྱེད་པའི་ར་སྤྲོད': 'དེར་ལས་ཀ་བྱེད་པའི་ར་སྤྲོད་ཡིག་ཆ',
}

/** Also of papers several services share by now, and each asked for as its own then. */
const paperKeys = services.flatMap(({ id, documents }) =>
  documents.flatMap((one) => [`${id}.${one.id}`, ...(one.paper ? [one.paper] : [])].map(paperTextKey)),
)
/** Papers whose name was a whole sentence: it stands beside their short name today, where they are sent. */
const shortened: Readonly<Record<string, string>> = Object.fromEntries(
  languages.flatMap((language) => paperKeys.map((key) => [textOf(language, key), textOf(language, paperName(key).k)])),
)

/**
 * Papers a draft is asked for only where they apply today, or that services share by now: on its pages their names stand only where they do,
 * and their own pages lead on.
 */
const fewer = [
  ...['exam-local.academic-test', 'exam-local.settled-since', 'exam-local.parents-work', 'school-senior.parents', 'resident-medical.child'],
  ...[
    'school-compulsory.work-or-dwelling',
    'residence-permit.one-proof',
    'settle-household.family-relation',
    'public-rental-housing.marriage',
  ],
  ...['school-compulsory.transfer', 'cross-region-care.long-stay', 'occupational-injury.orders', 'occupational-injury.employment'],
  ...['social-assistance.authorization', 'affordable-sale-housing.income', 'temporary-assistance.id', 'vocational-school.id'],
].map(paperTextKey)
const namesOfFewer = new Set(
  languages.flatMap((language) => fewer.flatMap((key) => [key, paperName(key).k].map((k) => textOf(language, k)))),
)
export const onlyWhereTheyApply = (page: OldPage): OldPage =>
  /\/apply\/papers(\/|$)|\/applications\/slip$/.test(page.path)
    ? { ...page, says: (page.says ?? []).filter((text) => !namesOfFewer.has(text)) }
    : page

/** Addresses for posts alone lead on today, where they answered an error; and what a mandate does not cover is not offered. */
export function ledOn(name: string, page: OldPage): OldPage {
  const isForPosts = /\/together\/write$|\/pieces$/.test(page.path)
  const isUncovered = name === 'client-clerk-mandate' && /\/withdraw$/.test(page.path)
  return isForPosts || isUncovered ? { ...page, status: 200, says: [], holds: [] } : page
}

/** Answers of the self-check that meant more then: read as "not sure", and told on its first page. */
export const meantMore: Readonly<Record<string, string>> = {
  '有，按年签注，还有效': '不清楚',
  小学: '不清楚',
  'ཡོད། ལོ་ལྟར་མཆན་བཀོད་པས་ད་དུང་ནུས་ལྡན་ཡིན': 'མི་གསལ',
  'སློབ་ཆུང': 'མི་གསལ',
}

/** What is not handed in yet reads in today's words; what was handed in keeps all that was stored with it. */
export function inTextsOfToday(name: string, page: OldPage): OldPage {
  const isOpen = /\/(check|apply)\//.test(page.path) || (name.startsWith('draft-') && /\/applications\/data/.test(page.path))
  const hasPapers = /\/desk\/cases\/[^/]+$|\/applications\/(data\.json|\d+)$/.test(page.path.split('?')[0] ?? '')
  const asked = {
    ...(!/\/check\//.test(page.path) && { ...namedByIdOnly, ...decidedByDepartment }),
    ...(page.path.endsWith('/letter') && letterOf),
    ...((isOpen || name.startsWith('draft-')) && renamed),
    ...(/\/desk\/cases\/[^/]+$/.test(page.path.split('?')[0] ?? '') && citedByIdOnly),
    ...((isOpen || !hasPapers) && { ...papers, ...fields }),
    ...(isOpen && reworded),
    ...(/\/check\//.test(page.path) && meantMore),
  }
  // A step in the data of a resident stands after its day.
  const now = (text: string) => asked[text] ?? text.replace(/(?<=\d )大厅(?=(?:没有同意|同意了)$)/, '')
  const short = (text: string) => (hasPapers || /\/services\//.test(page.path) ? text : (shortened[text] ?? text))
  return { ...page, says: (page.says ?? []).map((text) => short(now(text))) }
}
