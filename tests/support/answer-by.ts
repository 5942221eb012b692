/** A day long after every test, as it is typed where corrections are asked for. */
export const answerBy = { 'until-year': '2099', 'until-month': '12', 'until-day': '31' } as const
