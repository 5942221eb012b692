// @ts-check
/**
 * Runs the unit tests for Stryker inside one process. Stryker's own runner for vitest starts a thread for each test file of each mutant
 * (seconds on a small machine); here the tests are bundled once, and every mutant evaluates the bundled modules anew (milliseconds).
 * @typedef {import('@stryker-mutator/api/test-runner').TestRunner} TestRunner
 * @typedef {import('@stryker-mutator/api/test-runner').TestResult} TestResult
 * @typedef {import('@vitest/runner').Task} Task
 * @typedef {{ active?: string, whenLoading?: boolean, filter?: Set<string>, bail: boolean }} Run
 */
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { DryRunStatus, determineHitLimitReached, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner'
import { startTests } from '@vitest/runner'
import fc from 'fast-check'
import { bundle } from './bundle.js'

// Few examples, always the same: what a mutant comes to must not change from run to run.
fc.configureGlobal({ numRuns: 25, seed: 20_241_214 })

/**
 * What Stryker's changes in the code look at and count in.
 * @type {{ activeMutant?: string, currentTestId?: string, hitCount?: number, hitLimit?: number, mutantCoverage?: any }}
 */
const state = {}
Object.assign(globalThis, { __stryker__: state })

/** @param {Task} task */
const idOf = (task) => `${task.file.name}#${task.fullTestName}`

/** @param {Task[]} tasks @returns {import('@vitest/runner').Test[]} */
const testsIn = (tasks) => tasks.flatMap((task) => (task.type === 'suite' ? testsIn(task.tasks) : [task]))

/** @param {import('@vitest/runner').Test} test @returns {TestResult[]} none of a test that was left out */
function resultOf(test) {
  const base = { id: idOf(test), name: test.fullTestName, fileName: test.file.name, timeSpentMs: test.result?.duration ?? 0 }
  if (test.result?.state === 'pass') return [{ ...base, status: TestStatus.Success }]
  if (test.result?.state !== 'fail') return []
  return [{ ...base, status: TestStatus.Failed, failureMessage: test.result.errors?.[0]?.message ?? '' }]
}

/**
 * One test file, its modules evaluated anew.
 * @param {string} path
 * @param {Run} run
 * @param {import('./bundle.js').Bundle} tests
 */
async function runFile(path, run, tests) {
  let stopped = false
  const files = await startTests([path], {
    config: /** @type {any} the rest is about browsers and reports */ ({
      root: process.cwd(),
      setupFiles: [],
      sequence: { seed: 0, hooks: 'stack', setupFiles: 'list' },
      maxConcurrency: 1,
      // Long: on a busy machine a slow test must not count as one that noticed. What never ends Stryker ends (`timeoutMS`).
      testTimeout: 600_000,
      hookTimeout: 600_000,
      retry: 0,
      tags: [],
    }),
    importFile: () => tests.evaluate(path),
    onBeforeCollect: () => {
      state.activeMutant = run.whenLoading ? run.active : undefined
    },
    onCollected: (found) => {
      state.activeMutant = run.active
      for (const test of testsIn(found)) if (run.filter && !run.filter.has(idOf(test))) test.mode = 'skip'
    },
    onBeforeRunTask: (test) => {
      if (stopped) test.mode = 'skip'
      state.currentTestId = idOf(test)
    },
    onAfterRunTask: (test) => {
      stopped ||= run.bail && test.result?.state === 'fail'
      state.currentTestId = undefined
    },
  })
  const notLoaded = files.flatMap(({ result, tasks }) => (tasks.length === 0 ? (result?.errors ?? []) : []))
  return [
    ...notLoaded.map(({ message }) => ({ id: path, name: path, timeSpentMs: 0, status: TestStatus.Failed, failureMessage: message })),
    ...testsIn(files).flatMap(resultOf),
  ]
}

/**
 * @param {string[]} paths
 * @param {Run} run
 * @param {import('./bundle.js').Bundle} tests
 */
async function runFiles(paths, run, tests) {
  const results = []
  for (const path of paths) {
    results.push(...(await runFile(path, run, tests)))
    if (run.bail && results.some(({ status }) => status === TestStatus.Failed)) break
  }
  return results
}

/** @returns {TestRunner} */
function inOneProcess() {
  /** @type {import('./bundle.js').Bundle} */
  let tests
  return {
    capabilities: () => ({ reloadEnvironment: true }),
    async init() {
      tests = await bundle()
    },
    async dryRun() {
      const results = await runFiles(tests.files, { bail: false }, tests)
      return { status: DryRunStatus.Complete, tests: results, mutantCoverage: state.mutantCoverage }
    },
    async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit, sandboxFileName, disableBail }) {
      Object.assign(state, { hitCount: 0, hitLimit })
      const filter = testFilter && new Set(testFilter)
      const paths = tests.files.filter((path) =>
        filter ? testFilter.some((id) => id.startsWith(`${path}#`)) : tests.reaches(path, sandboxFileName),
      )
      const whenLoading = mutantActivation === 'static'
      const results = await runFiles(paths, { active: activeMutant.id, whenLoading, filter, bail: !disableBail }, tests)
      return toMutantRunResult(determineHitLimitReached(state.hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests: results })
    },
  }
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'in-one-process', inOneProcess)]
