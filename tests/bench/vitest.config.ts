import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    fileParallelism: false,
    include: ['tests/bench/**/*.bench.ts'],
    environment: 'node',
    testTimeout: 300_000,
    reporters: ['default'],
  },
})
