import fc from 'fast-check'

/** Are the tests run for mutants, thousands of times? `tests/mutants/runner.js` sets how many examples a property has. */
export const forMutants = fc.readConfigureGlobal()?.numRuns !== undefined

/** How many random examples a test of its own loop tries: a twentieth for mutants. */
export const examples = (count: number): number => (forMutants ? Math.ceil(count / 20) : count)
