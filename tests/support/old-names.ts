import { languages } from '#app/domain/language.ts'
import { textOf } from './texts.ts'

/**
 * What dc44230 stored named conditions and who is in charge by their ids alone, and reads in today's words. A boss stands beside the employer
 * since, the window for jobs is called that, and where one lives now is said in plainer words.
 */
export const namedByIdOnly: Readonly<Record<string, string>> = {
  有用人单位: '给老板或单位打工',
  能证明是单位的职工: '能证明在给老板或单位打工',
  '没有单位，灵活就业': '没有固定的老板或单位，灵活就业',
  '有单位、在平台接单、打零工，或者已经受伤': '给老板或单位打工、在平台接单、打零工，或者已经受伤',
  '有单位，或者平台在试点里': '给老板或单位打工，或者平台在试点里',
  公共就业服务机构: '县里管就业的窗口',
  '在户口所在地办，或者在现住地能办': '在户口所在地办，或者在现在住的地方能办',
  'མི་སྤྱོད་ཚན་པ་ཡོད་པ': 'གླ་བདག་གམ་མི་སྤྱོད་ཚན་པར་ལས་ཀ་བྱེད་པ',
  'ཚན་པའི་ལས་བཟོ་ཡིན་པའི་ར་སྤྲོད་ཡོད་པ': 'གླ་བདག་གམ་མི་སྤྱོད་ཚན་པར་ལས་ཀ་བྱེད་བཞིན་པའི་ར་སྤྲོད་ཡོད་པ',
  'མི་སྤྱོད་ཚན་པ་མེད་པའི་སྟབས་བསྟུན་ལས་ཞུགས་ཡིན་པ': 'གླ་བདག་གམ་མི་སྤྱོད་ཚན་པ་བརྟན་པོ་མེད་པའི་སྟབས་བསྟུན་ལས་ཞུགས་ཡིན་པ',
  'མི་སྤྱོད་ཚན་པ་ཡོད་པ། ཡང་ན་སྟེགས་བུའི་ལས་ཀའམ་ལས་ཀ་ཐོར་བུ་བྱེད་པ། ཡང་ན་རྨས་ཟིན་པ':
    'གླ་བདག་གམ་མི་སྤྱོད་ཚན་པར་ལས་ཀ་བྱེད་པ། ཡང་ན་སྟེགས་བུའི་ལས་ཀའམ་ལས་ཀ་ཐོར་བུ་བྱེད་པ། ཡང་ན་རྨས་ཟིན་པ',
  'མི་སྤྱོད་ཚན་པ་ཡོད་པའམ་སྟེགས་བུ་ཚོད་ལྟའི་ནང་ཡོད་པ': 'གླ་བདག་གམ་མི་སྤྱོད་ཚན་པར་ལས་ཀ་བྱེད་པའམ་སྟེགས་བུ་ཚོད་ལྟའི་ནང་ཡོད་པ',
  'སྤྱི་པའི་ལས་ཞུགས་ཞབས་ཞུའི་ལས་ཁུངས': 'རྫོང་གི་ལས་ཞུགས་ཀྱི་འགན་ཁུར་བའི་སྒེའུ་ཁུང',
}

/** The same of a field: what was handed in keeps what it was called then. */
export const fields: Readonly<Record<string, string>> = {
  原来的单位: '原来的老板或单位',
  'སྔར་གྱི་མི་སྤྱོད་ཚན་པ': 'སྔར་གྱི་གླ་བདག་གམ་མི་སྤྱོད་ཚན་པ',
}

/** Who decides is the department in charge: steps and statuses said that the hall did. */
export const decidedByDepartment: Readonly<Record<string, string>> = {
  大厅同意了: '同意了',
  大厅没有同意: '没有同意',
  'ཞབས་ཞུའི་ཚོམས་ཆེན་གྱིས་མོས་མཐུན་བྱས་པ': 'མོས་མཐུན་བྱུང་བ',
  'ཞབས་ཞུའི་ཚོམས་ཆེན་གྱིས་མོས་མཐུན་མ་བྱས་པ': 'མོས་མཐུན་མ་བྱུང་བ',
  'ཞབས་ཞུའི་ཚོམས་ཆེན་གྱིས་མོས་མཐུན་བྱས་ཟིན': 'མོས་མཐུན་བྱུང་ཟིན',
  'ཞབས་ཞུའི་ཚོམས་ཆེན་གྱིས་མོས་མཐུན་བྱས་མེད': 'མོས་མཐུན་བྱུང་མེད',
}
/** What the letter of dc44230 called its parts and kept with no decision: a letter of then is written later, in the words of that day. */
export const letterOf: Readonly<Record<string, string>> = Object.fromEntries([
  ...Object.entries({
    ...{ 决定: '办理情况告知', '决定的日子：': '有结果的日子：', '大厅定的：': '大厅核过，由主管部门定：' },
    ...{ 'ཐག་གཅོད': 'དོན་སྒྲུབ་གནས་ཚུལ་གྱི་བརྡ་ཐོ', 'ཐག་གཅོད་བྱས་པའི་ཉིན།': 'མཇུག་འབྲས་བྱུང་བའི་ཉིན།' },
    'ཞབས་ཞུའི་ཚོམས་ཆེན་གྱིས་ཐག་བཅད་པ།': 'ཞབས་ཞུའི་ཚོམས་ཆེན་གྱིས་ཞིབ་བཤེར་བྱས། འགན་འཛིན་སྡེ་ཁག་གིས་ཐག་བཅད་པ།',
  }),
  ...languages.map((language) => [
    textOf(language, 'desk:letter.object').replace('མཇུག་འབྲས་', 'ཐག་གཅོད་'),
    textOf(language, 'desk:letter.object'),
  ]),
])
