import autocannon from 'autocannon'
import { test } from 'vitest'
import { modes } from '#app/domain/language.ts'
import { pick, type Random, randomFrom } from '#app/domain/random.ts'
import { startBuilt } from '#tests/support/built-server.ts'
import { workedCase } from '#tests/support/worked-cases.ts'
import { type Changed, changedCookie, cookieFor } from './finished-check.ts'
import { middle, processorTime, say } from './measuring.ts'

// A family never seen before: no line of it is known. Each looks once at its result, and is like the one before but for one answer.

const baseline = process.env.BENCH_BASELINE
const { request } = workedCase('J45')
const [atOnce, connections, rounds] = [100, 10, 7]

/** What else somebody of the family could have answered. */
function changeOf(random: Random): Changed {
  const day = () => String(1 + Math.floor(random() * 28)).padStart(2, '0')
  const born = (from: number, to: number) =>
    `${from + Math.floor(random() * (to - from))}-${pick(random, ['02', '05', '07', '11'])}-${day()}`
  return pick<() => Changed>(random, [
    () => ({ question: 'birth-date', member: '1', answer: born(1982, 1996) }),
    () => ({ question: 'birth-date', member: '2', answer: born(1982, 1996) }),
    () => ({ question: 'birth-date', member: '3', answer: born(1948, 1960) }),
    () => ({ question: 'birth-date', member: '5', answer: born(2016, 2020) }),
    () => ({
      question: 'wishes',
      member: null,
      answer: pick(random, [['training'], ['job'], ['rent', 'job'], ['buy'], ['fund', 'training']]),
    }),
    () => ({ question: 'hardship', member: null, answer: pick(random, [['none'], ['tight'], ['already'], ['sudden']]) }),
  ])()
}

test.skipIf(baseline === undefined)('the result page of families never seen before, against that of another build', async () => {
  const [ours, theirs] = [await startBuilt({ RATE_LIMIT: 'off' }), await startBuilt({ RATE_LIMIT: 'off' }, undefined, baseline)]
  const sites = [ours, theirs] as const
  const random = randomFrom(13)
  let last = await Promise.all(sites.map(({ port }) => cookieFor(port, request)))
  /** The cookies of so many new families, on each site. */
  const families = async (count: number): Promise<string[][]> => {
    const found: string[][] = []
    while (found.length < count) {
      const change = changeOf(random)
      const next = await Promise.all(sites.map(({ port }, at) => changedCookie(port, last[at] ?? '', change)))
      if (next.some((cookie) => cookie === undefined)) continue
      last = next.map(String)
      found.push(last)
    }
    return found
  }
  /** Each family looks once. */
  const looked = async (path: string, of: readonly string[][], at: 0 | 1) => {
    const { url, process } = sites[at]
    const asked = of.map((cookies) => ({ path, headers: { cookie: cookies[at] ?? '' } }))
    let connection = 0
    const setupClient = (client: { setRequests(requests: typeof asked): void }) => {
      client.setRequests(asked.filter((_, index) => index % connections === connection))
      connection += 1
    }
    const [before, began] = [processorTime(process.pid ?? 0), performance.now()]
    const { requests, non2xx } = await autocannon({ url, connections, amount: of.length, setupClient })
    if (non2xx > 0) throw new Error(`${non2xx} answers of ${url + path} were no 2xx`)
    return { took: (performance.now() - began) / requests.total, cost: (processorTime(process.pid ?? 0) - before) / requests.total }
  }
  for (const mode of modes) {
    const path = `/${mode}/check/result`
    const warm = await families(atOnce * 3)
    for (const at of [0, 1] as const) await looked(path, warm, at)
    const measured: { rate: number; cost: number; own: number; other: number }[] = []
    for (let round = 0; round < rounds; round++) {
      const of = await families(atOnce)
      const both: { took: number; cost: number }[] = []
      for (const at of round % 2 ? ([0, 1] as const) : ([1, 0] as const)) both[at] = await looked(path, of, at)
      const [own, other] = both as [(typeof both)[0], (typeof both)[0]]
      measured.push({ rate: other.took / own.took, cost: other.cost / own.cost, own: own.cost, other: other.cost })
    }
    const of = (what: keyof (typeof measured)[0]) => middle(measured.map((one) => one[what]))
    say(
      `result page of families never seen before in ${mode}: ${of('rate').toFixed(2)} times the answers (aim 1.5), by processor time ${of('cost').toFixed(2)}: ${of('own').toFixed(1)} ms beside ${of('other').toFixed(1)} ms`,
    )
  }
  await Promise.all([ours.stop(), theirs.stop()])
})
