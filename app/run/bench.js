// @ts-check
/** `npm run bench`: measures the built site against bare baselines in the same run. */
import { fileURLToPath } from 'node:url'
import { run } from './machine.js'
import { prepare } from './prepare.js'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
await prepare()
process.exit(
  run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/bench/vitest.config.ts'], {
    ...process.env,
    NODE_ENV: 'production',
  })
    ? 0
    : 1,
)
