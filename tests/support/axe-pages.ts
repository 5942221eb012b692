/** Pages axe looks at in every mode: those that are read. */
export const reading = [
  '',
  '/policy',
  '/before-settling',
  '/services',
  '/services/settle-household',
  '/services/exam-local',
  '/topics/schooling',
  '/explanations/id-card',
  '/help',
  '/privacy',
]

/** Those one answers, and those that say what is not there. */
export const forms = [
  '/check',
  '/check/hukou-place',
  '/check/members',
  '/check/open',
  '/check/clear',
  '/help/feedback',
  '/search?q=草场',
  '/search?q=qqqq',
  '/nothing-here',
  `/letters/${'0'.repeat(32)}`,
]

/** Those of a check that is answered. */
export const checked = [
  '/check/summary',
  '/check/anyone',
  '/check/med',
  '/check/1/birth-date',
  '/check/result',
  '/check/result/household/settle-household',
  '/check/result/1/flexible-worker-insurance',
  '/check/result/5/school-compulsory',
  '/check/print',
  '/check/counterfactuals',
  '/check/counterfactuals?question=permit',
  '/check/save',
]

/** Pages a journey comes to: the test that looks at them there, and the words by which it does. */
export const onTheWay: Readonly<Record<string, { readonly spec: string; readonly says: string }>> = {
  _index: { spec: 'pages', says: "goto('/')" },
  '$mode.applications.$number._index': { spec: 'applying', says: "'applications/1'," },
  '$mode.applications.$number.withdraw': { spec: 'applying', says: "'applications/1/withdraw'" },
  '$mode.applications._index': { spec: 'applying', says: ".status-submitted')" },
  '$mode.applications.close': { spec: 'applying', says: "'applications/close'" },
  '$mode.applications.data': { spec: 'applying', says: "'applications/data'" },
  '$mode.applications.delete': { spec: 'applying', says: "'applications/delete'" },
  '$mode.applications.open': { spec: 'applying', says: "'applications/open'" },
  '$mode.applications.slip': { spec: 'applying', says: 'toHaveURL(/slip$/)' },
  '$mode.apply._index': { spec: 'applying', says: '/apply`)' },
  '$mode.apply.answers': { spec: 'applying', says: "'apply/answers'" },
  '$mode.apply.step.$block.$subject': { spec: 'applying', says: "locator('.tasks a').first().click()" },
  '$mode.apply.submit': { spec: 'applying', says: "'apply/submit'" },
  '$mode.check.other': { spec: 'flow-pages', says: 'seldomPages()' },
  '$mode.new-pin': { spec: 'recovery', says: 'look(hers)' },
  '$mode.shared-session._index': { spec: 'counter', says: 'look(resident)' },
}

/** Addresses without a page of their own, and why. */
export const noPage: Readonly<Record<string, string>> = {
  '$mode.check.picture': 'leads to the page that is printed; the picture comes of a form',
  '$mode.error.$status': 'is what the server says instead of a page; looked at as an unknown address',
}
