import type { Source } from '#app/domain/verdict.ts'
import { cite } from './instruments.ts'

/**
 * The plan's own words, 青政〔2024〕48号, that sentences of ours rest on, each with its article: whole clauses, so that
 * the verb that says how far they bind (`strength.ts`) is among them. `tests/contract/plan.test.ts` finds each in the official text.
 */
export const planQuotations = {
  'gather-population': ['一', '引导省内人口优先向西宁—海东都市圈集聚，推动高海拔地区人口有序向州府所在地和重点县城集中'],
  nearby: ['一', '鼓励乡村人口就近向城镇转移'],
  'services-follow-people': ['三', '坚持公共服务跟着人口走'],
  'work-and-school-elsewhere': ['三', '鼓励农牧区群众、青少年跨区域就业就学'],
  'shrink-county-services': ['三', '适度缩减海拔极高、人口总量较少及城镇人口持续减少的县域基本公共服务，集中向中心城镇布局相关设施'],
  'settle-zero-threshold': ['六', '全面落实全省城市（镇）落户“零门槛”政策'],
  'hukou-across-regions': ['六', '简化规范户口迁移手续，实施户口迁移和户籍类证明“省内通办”“跨省通办”'],
  'online-and-one-photo': ['六', '推出居民身份证补换领、居住登记“全程网办”和证件照片“一拍共享、一照通用”等便民新举措'],
  'more-services': ['七', '增加常住人口可享有的基本公共服务项目'],
  'community-stations': ['七', '在农牧业转移人口集中流入地设立街道办事处、社区服务站等机构'],
  'permit-id-link': ['七', '推动居住证与身份证功能衔接'],
  'services-by-years': ['七', '健全以公民身份证号码为标识、与居住年限相挂钩的非户籍人口基本公共服务提供机制'],
  'services-where-you-live': ['七', '稳步实现基本公共服务由常住地供给、覆盖全部常住人口'],
  'subsidised-training': ['八', '鼓励企业、院校、职业技能培训机构等开展补贴性职业技能培训'],
  'vocational-enrolment': ['八', '扩大职业院校面向农牧业转移人口的招生规模'],
  'skill-assessment': ['八', '引导农民工参加职业技能评价'],
  'labour-brands': ['八', '做优“青绣”、家政、陪护等特色劳务品牌'],
  'job-services': ['八', '开展“春风行动”“就业援助月”等公共就业服务活动'],
  'job-subsidies': ['八', '落实稳岗促就业补贴奖励政策'],
  'labour-contracts': ['八', '健全劳动合同制度和劳动关系协调机制'],
  'wage-payment': ['八', '落实农民工工资支付保障制度'],
  'more-public-places': ['九', '增加公办学校学位供给'],
  'public-school-places': ['九', '确保义务教育阶段随迁子女100%在公办学校就读'],
  'beyond-compulsory-school': ['九', '将随迁子女纳入流入地普惠性学前教育、中等职业教育、高中教育保障范围'],
  'local-exam': ['九', '切实保障符合条件的随迁子女在当地参加中考和高中阶段学校招生录取'],
  'teachers-follow': ['九', '依据常住人口变化动态调整优化师资力量，推进“县管校聘”管理体制改革'],
  'housing-security': ['十', '采取“实物+货币补贴”相结合方式，将稳定就业生活的农牧业转移人口纳入城镇住房保障政策范围'],
  'small-affordable-rentals': ['十', '加大农牧业转移人口经济可承受的小户型保障性租赁住房供给'],
  'public-rental': ['十', '将符合条件的外来务工人员和转户农牧民家庭纳入公共租赁住房保障范围'],
  'housing-fund': ['十', '加快住房公积金制度向新市民覆盖，推进灵活就业人员缴存'],
  'equal-housing-treatment': ['十', '逐步实现稳定就业的农牧业转移人口与本地户籍居民在保障房申请条件和审核流程等方面同等对待'],
  relocation: ['十', '推进生态及地质灾害避险搬迁，支持群众进城购买住房'],
  'insurance-systems': ['十一', '完善灵活就业人员、农民工、新就业形态人员社保制度'],
  'insurance-without-hukou-limit': ['十一', '全面取消在就业地参保户籍限制'],
  'insure-everyone': ['十一', '推动全民参保精准扩面'],
  'employee-insurance': ['十一', '引导农牧业转移人口按规定参加职工基本养老和医疗保险'],
  'collective-aid': ['十一', '建立城乡居民养老保险集体经济补助制度'],
  'permit-resident-medical': ['十一', '落实持居住证参加城乡居民医保政策，按规定同等享受政府补助'],
  'more-direct-settlement': ['十一', '增加异地就医直接结算定点医疗机构数量'],
  'equal-unemployment-insurance': ['十一', '落实城镇职工和农民工失业保险统一缴费、享受同等待遇政策'],
  'occupational-injury-pilot': ['十一', '开展新就业形态人员职业伤害保障试点'],
  'social-assistance-for-all': ['十一', '将符合条件的农牧业转移人口全部纳入社会救助范围'],
  'reward-to-localities': ['十二', '健全省对下农牧业转移人口市民化奖励机制，对吸纳农牧业转移人口落户城镇较多的地区给予财政支持'],
  'title-registration': ['十三', '规范开展农村不动产确权登记颁证工作'],
  'settling-keeps-land': [
    '十三',
    '依法维护进城落户农民的土地承包权、宅基地使用权、集体收益分配权，不得以退出上述权益作为农民进城落户的条件',
  ],
  'voluntary-exit': ['十三', '探索建立自愿有偿退出的办法'],
  'contract-extension': ['十三', '稳步推进第二轮土地承包到期后再延长30年试点'],
  'county-training-bases': ['十八', '支持州府县城优先在产业园区周边布局建设实训基地'],
  'diploma-and-certificates': ['十八', '推广“学历证书+若干职业技能证书”培养模式'],
  'return-business': ['十八', '支持外出青海企业家回乡兴业创业'],
  'shared-schools': ['二十五', '支持两市优质公办学校合作办学、开办分校、委托管理和教师交流轮岗'],
  'shared-medicine': ['二十五', '加强两市医联体建设'],
  'shared-culture': ['二十五', '推进图书馆、博物馆等联盟式运营'],
  'old-estates': ['二十八', '扎实推进城镇老旧小区改造'],
  'estate-utilities': [
    '二十八',
    '加快补齐城镇老旧小区供排水、道路通信、供气供热、安防消防等基础设施短板，统筹完善卫生服务、社区服务、便民市场等公共服务设施及停车场、充电设施、电梯等配套设施',
  ],
  'old-and-young': ['二十八', '支持在社区综合服务设施开辟空间用于“一老一小”服务'],
  'estate-energy': ['二十八', '实施小区环境及配套设施改造、建筑节能改造及外墙保温材料防火性能改造'],
  'more-affordable-housing': ['二十九', '加大配售型保障性住房建设和供给'],
  'new-citizens-housing': ['二十九', '加快发展配租型保障性住房，解决新市民、青年人等群体阶段性住房困难'],
  'urban-villages': ['二十九', '有序推进城中村改造，加强安置房规划设计和建设管理'],
  'altitude-move': ['三十五', '有序引导玛多、曲麻莱等海拔极高且人口总量较少的重点生态功能区县域人口、设施服务向经济发展优势区域适度转移'],
  'fewer-village-facilities': ['三十五', '适度减少搬迁撤并类及其他待定类村庄设施供给'],
  'village-merging': ['三十五', '加强对人口流失严重、“空心化”程度较深村庄的社会稳定性评估和风险监测防控，依法有序开展撤并'],
  'suburban-utilities': ['三十六', '有序推动市政设施向周边农村辐射延伸'],
  'careful-infrastructure': ['三十六', '严谨审慎布局“空心化”严重行政村的基础设施'],
  'boarding-classes': ['三十七', '稳步扩大省内外异地办学（班）规模'],
  'boarding-allowances': ['三十七', '落实相关学段补助标准'],
  'small-schools': ['三十七', '逐步消除教学点，有序撤并小规模学校'],
  'southern-medical-aid': ['三十七', '深化“青南支医”“环湖支医”，推动县级医院与乡镇卫生院建立紧密型医共体'],
  'rural-clinics': ['三十七', '合理配置人口持续减少乡村设施设备和人员力量等医疗资源'],
  'remote-services': ['三十七', '利用信息化手段向偏远县城、乡镇和农村推送优质公共服务资源'],
  mortgages: ['三十八', '扩大农村资产抵（质）押担保融资范围'],
  'farm-insurance': ['三十八', '引导民营企业积极参与“百企兴百村”行动，发展多层次农业保险'],
  'returning-workers': ['三十八', '完善农民工返乡就业创业服务体系'],
  'collective-property': ['三十九', '深化农村集体产权制度改革，增加农牧民财产性收入'],
  'direct-subsidies': ['三十九', '完善对农民直接补贴政策及普惠性农民补贴长效机制'],
  'subsidy-card': ['三十九', '有序推进惠民惠农财政补贴“一卡通”'],
  'job-help': ['三十九', '完善农牧区低收入人口就业帮扶长效机制'],
  'low-income-watch': ['三十九', '加强低收入人口预警监测和救助帮扶'],
  'local-details': ['part-eight', '结合实际细化政策举措和项目清单'],
  feedback: ['part-eight', '畅通公众意见反馈渠道'],
} as const satisfies Record<string, readonly [article: string, quotation: string]>

/** The id of some of the plan's words. */
export type PlanQuotationId = keyof typeof planQuotations

/** Some of the plan's words as a source of a sentence. They are of one article. */
export function promised(first: PlanQuotationId, ...more: PlanQuotationId[]): Source {
  return { ...cite('qinghai-2024-48', planQuotations[first][0]), words: [first, ...more].map((id) => planQuotations[id][1]) }
}

/** An article as the source of what the plan does not say: none of these words stands anywhere in it. */
export function notInPlan(article: string, ...lacks: string[]): Source {
  return { ...cite('qinghai-2024-48', article), lacks }
}
