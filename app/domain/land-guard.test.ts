import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { landDemandIn } from './land-guard.ts'

type Phrase = { readonly text: string; readonly caught: boolean }

const fixture = 'tests/fixtures/land-guard.jsonl'
const facts = '../shared/policy/land-guard.jsonl'
const phrases = readFileSync(fixture, 'utf8')
  .trim()
  .split('\n')
  .map((line): Phrase => JSON.parse(line))

test('there are sixty phrases in both languages', () => expect(phrases).toHaveLength(60))

test.runIf(existsSync(facts))('the phrases are those of the fact base', () =>
  expect(readFileSync(fixture, 'utf8')).toBe(readFileSync(facts, 'utf8')),
)

test.each(phrases)('$text → $caught', ({ text, caught }) => expect(landDemandIn(text) !== undefined).toBe(caught))

test.each([
  '不退出承包地的不予办理落户',
  '未交回草场的，不予受理',
  '退出承包地之前不能落户',
  '落户后不得保留承包地',
  '请把草原证交到窗口',
  '请提供老家无宅基地证明',
  '请签一份放弃草场的承诺',
  '需要村里证明您已经不种地了',
  '落户以后承包地归村集体',
  '请把土地转给亲戚后再来',
  '请将承包地转让协议带来',
  '请先把地交了再说',
  '宅基地要拆除并复垦',
  '请到村委会把分红停了',
  '草场不退就办不了',
  '请先卖掉草场',
  '必须先和村里解除草原承包合同',
  '您得先退掉村里的草场',
  '村里的分红以后不能要了，请写保证书',
  '请补充土地承包经营权证原件',
  '请写明自愿将林地交还集体',
  '要是不放弃宅基地，就不给落户',
  '等您的草场处理完再来',
  '缺少退出农村集体经济组织的材料',
  '户口迁出后，承包地由村里收回',
  '没有交回承包地的证明，不能受理',
  '请先退草场，有意见可以打12345投诉',
  '请 退 出 承 包 地',
  '您家的草场要先过户给别人',
  '因您尚未退出宅基地，本次不予批准',
  '请补交草场注销单',
  '承包地没有退的，暂不办理',
  '须承诺不要集体分红',
  '办落户前，家里的草场不能留',
  '材料不全，请补村里的收地单',
  'རྩྭ་ས་ཕྱིར་སྤྲོད་མ་བྱས་ན་ཐེམ་ཐོ་འཇོག་མི་ཆོག',
  'སྔོན་ལ་ས་ཞིང་བཙོངས་ནས་ཡོང་རོགས།',
  'ཁང་གཞིའི་ས་ཆ་མེད་པའི་ར་སྤྲོད་འབུལ་རོགས།',
  'ཐུན་མོང་ཡོང་འབབ་བགོ་བཤའ་བློས་གཏོང་བྱེད་པའི་ཁས་ལེན་འབྲི་དགོས།',
])('caught: %s', (text) => expect(landDemandIn(text)).toBeDefined())

test.each([
  '不需要您交回承包地，请放心',
  '您的承包地不会被收回',
  '退地证明不用交，我们不收',
  '没有要求您退出宅基地',
  '落户与退不退承包地没有关系',
  '村里强行收回承包地的，可以向乡镇反映',
  '请到林业和草原局三楼交材料',
  '请把您的地址写清楚',
  '请退回原来的表，重新填',
  '请注销集体户口后再来',
  '请提供劳动合同解除证明',
  '工程承包合同终止后工资没有结清，请带欠条',
  '请带户口簿和身份证，承包地的事不用管',
  '草原奖补要问林草局，材料交到窗口',
  '请提交在本地没有住房的证明',
  '您交的材料已经收到，请到所在地派出所办理',
  '居住证签注已经作废，请换新证',
  '请到户籍地社保局注销参保登记',
  '您在两地参保，请先退保一处',
  '老人退休证复印件不清楚，请重新交',
  '请退还多领的补贴',
  '孩子没有当地学籍的，请原学校开证明',
  '您家在草场上住的时间请写清楚，旧表退回',
  '请把土地承包合同里的人口页拍清楚，原来那张太暗，退回',
  '不要退草场，落户照样办',
  '您问的退草场的事，落户没有这个条件',
  '我们上次写错了，让您先退草场是不对的，对不起',
  '放弃草场不是落户的条件',
  '您保留草场，不影响落户',
  '取消预约请打电话',
  '收入含集体分红，请写上一年的数',
  '请写清楚土地流转收入',
  '租房合同终止了，请补新合同',
  '地震安置户请交安置协议',
  '您交来的牧场照片不用',
  'ཐེམ་ཐོ་འཇོག་པར་རྩྭ་ས་ཕྱིར་འཐེན་མི་དགོས།',
  'སྡོད་གནས་ལག་ཁྱེར་ཕྱིར་སྤྲོད་རོགས།',
  'རེ་ཞུ་ཕྱིར་འཐེན་བྱེད་རོགས།',
  'ས་ཆའི་མིང་གསལ་པོར་འབྲི་རོགས།',
])('passes: %s', (text) => expect(landDemandIn(text)).toBeUndefined())

test('it names the sentence, of several', () => {
  expect(landDemandIn('请带身份证。请先退出承包地。谢谢')).toBe('请先退出承包地')
  expect(landDemandIn('ཐོབ་ཐང་ལག་ཁྱེར་འཁྱེར་རོགས། རྩྭ་ས་ཕྱིར་སྤྲོད་པའི་ར་སྤྲོད་འཁྱེར་རོགས། ཐུགས་རྗེ་ཆེ།')).toBe('རྩྭ་ས་ཕྱིར་སྤྲོད་པའི་ར་སྤྲོད་འཁྱེར་རོགས')
})

test.each(['请退出承\u200b包\ufeff地', '请退出承 包\t地', '请退出\u2f1f地'])(
  'letters nobody sees, spaces and look-alikes hide nothing: %j',
  (text) => expect(landDemandIn(text)).toBeDefined(),
)
