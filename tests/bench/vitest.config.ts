import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['tests/bench/**/*.bench.ts'], environment: 'node', testTimeout: 300_000, reporters: ['default'] },
})
