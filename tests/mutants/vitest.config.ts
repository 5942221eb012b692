import { defineConfig } from 'vitest/config'

/** The tests that hold `app/domain` and `app/forms`: quick ones only, since they run once for each mutant. */
export default defineConfig({
  test: {
    include: ['app/domain/**/*.test.ts', 'app/forms/**/*.test.ts'],
    // Random households take minutes for each mutant; what only they notice counts as unnoticed.
    exclude: ['app/domain/properties.test.ts'],
    setupFiles: ['tests/mutants/few-examples.ts'],
    environment: 'node',
    // Patience only, for busy machines.
    testTimeout: 120_000,
  },
})
