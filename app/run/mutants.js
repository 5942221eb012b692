// @ts-check
/** `npm run mutants [-- files]`: changes `app/domain` and `app/forms` in small ways and counts what the tests notice. Not part of `npm test`. */
import { fileURLToPath } from 'node:url'
import { run } from './machine.js'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
const files = process.argv.slice(2)
const only = files.length > 0 ? ['--mutate', files.join(',')] : []
const done = run(
  process.execPath,
  ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'tests/mutants/stryker.config.json', ...only],
  {
    ...process.env,
    NO_COLOR: '1',
  },
)
process.exit(done ? 0 : 1)
