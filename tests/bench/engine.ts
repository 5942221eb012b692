import { readFileSync } from 'node:fs'
import { Engine } from 'json-rules-engine'
import { assess } from '#app/domain/assessment.ts'
import { type Household, readHousehold } from '#app/domain/household.ts'
import type { Answer } from '#app/domain/question.ts'
import type { Truth } from '#app/domain/truth.ts'
import { type Condition, judge } from '#app/domain/verdict.ts'
import { services } from '#app/services/index.ts'
import { questionnaire } from '#app/services/questionnaire.ts'

// The engine by itself: built as for the site and run in a process of its own, with the household on standard input.

const { household, asOf } = JSON.parse(readFileSync(0, 'utf8')) as { household: Household; asOf: string }

/** Milliseconds a call takes, the best of five rounds. */
function perCall(call: () => unknown): number {
  for (let warm = 0; warm < 3000; warm++) call()
  const rounds = Array.from({ length: 5 }, () => {
    let calls = 0
    const began = performance.now()
    while (performance.now() - began < 300) {
      for (let block = 0; block < 50; block++) call()
      calls += 50
    }
    return (performance.now() - began) / calls
  })
  return Math.min(...rounds)
}

function judgeAll() {
  const reading = readHousehold(questionnaire, household, asOf)
  return services.flatMap(({ conditions, unit }) =>
    unit === 'household'
      ? [judge(conditions, reading.household)]
      : household.members.map(({ id }) => judge(conditions, reading.member(id) ?? reading.household)),
  )
}

/** A condition that is a plain table from the options of one question of the household to truths. */
type Table = { readonly id: string; readonly question: string; readonly truths: Readonly<Record<string, Truth>> }

function tableOf({ id, when }: Condition): Table[] {
  if (when.op !== 'match' || questionnaire.questions[when.question as keyof typeof questionnaire.questions].of !== 'household') return []
  const truths = Object.entries(when.truths).flatMap(([option, truth]) => (typeof truth === 'string' ? [[option, truth] as const] : []))
  return truths.length === Object.keys(when.truths).length ? [{ id, question: when.question, truths: Object.fromEntries(truths) }] : []
}

// The same twelve rules, three ways.
const twelve = services
  .flatMap(({ conditions }) => conditions)
  .filter((condition) => tableOf(condition).length > 0)
  .slice(0, 12)
const tables = twelve.flatMap(tableOf)

function byHand(): Truth[] {
  return tables.map(({ question, truths }) => {
    const answer: Answer | undefined = household.answers[question]
    if (answer === undefined) return 'unknown'
    if (typeof answer === 'string') return truths[answer] ?? 'unknown'
    return answer.some((option) => truths[option] === 'yes') ? 'yes' : 'no'
  })
}

const engine = new Engine([], { allowUndefinedFacts: true })
engine.addOperator('anyOf', (given: unknown, yes: string[]) => [given].flat().some((answer) => yes.includes(String(answer))))
for (const { id, question, truths } of tables) {
  const yes = Object.keys(truths).filter((option) => truths[option] === 'yes')
  engine.addRule({ conditions: { all: [{ fact: question, operator: 'anyOf', value: yes }] }, event: { type: id } })
}

async function byJsonRulesEngine(): Promise<number> {
  const runs = 1000
  for (let warm = 0; warm < runs; warm++) await engine.run(household.answers)
  const rounds: number[] = []
  for (let round = 0; round < 5; round++) {
    const began = performance.now()
    for (let run = 0; run < runs; run++) await engine.run(household.answers)
    rounds.push((performance.now() - began) / runs)
  }
  return Math.min(...rounds)
}

const ours = perCall(() => judge(twelve, readHousehold(questionnaire, household, asOf).household))
const subject = readHousehold(questionnaire, household, asOf).household
const oursOfRead = perCall(() => judge(twelve, subject))
const hand = perCall(byHand)
const theirs = await byJsonRulesEngine()
const µs = (time: number) => (time * 1000).toFixed(2)
const against = (time: number) =>
  `by hand ${µs(hand)} µs = ${(hand / time).toFixed(2)} (aim 0.25); json-rules-engine ${µs(theirs)} µs = ${(theirs / time).toFixed(0)} times (aim 80)`
console.log(`${tables.length} rules, household read anew, with trace: ${µs(ours)} µs; ${against(ours)}`)
console.log(`${tables.length} rules, household read once for all, with trace: ${µs(oursOfRead)} µs; ${against(oursOfRead)}`)

const ms = perCall(() => assess(questionnaire, services, household, asOf))
console.log(`J45, ${services.length} services, every member, full trace and what would change: ${ms.toFixed(3)} ms (aim 0.2)`)
console.log(`J45, judgements and traces alone: ${perCall(judgeAll).toFixed(3)} ms`)
