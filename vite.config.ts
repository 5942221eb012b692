import { availableParallelism } from 'node:os'
import { vitePlugin as remix } from '@remix-run/dev'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { clientSources } from './app/run/client.js'
import { threads } from './app/run/thread-plugin.js'
import options from './remix.config.js'

/** The server is one module, our own HTTP server around Remix's pages. After the Remix plugin, which sets another entry. */
const serverEntry: Plugin = {
  name: 'server-entry',
  config: (_config, { isSsrBuild }) => (isSsrBuild ? { build: { rollupOptions: { input: 'app/server/main.ts' } } } : {}),
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: process.env.VITEST ? [threads()] : [threads(), remix(options), serverEntry, clientSources()],
  build: {
    target: isSsrBuild ? 'node20' : 'es2019',
    assetsInlineLimit: 0,
  },
  // Otherwise the first `npm run dev` bundles the server's packages for the browser and hangs the page.
  optimizeDeps: {
    include: ['react', 'react/jsx-dev-runtime', '@remix-run/react', 'i18next'],
    exclude: ['@remix-run/node', 'better-sqlite3', 'drizzle-orm', 'zod'],
  },
  test: {
    include: ['app/**/*.test.{ts,tsx}', 'tests/{contract,db,server}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Patience only, for busy machines.
    testTimeout: 120_000,
    // By itself vitest leaves a core free, which on two cores is half of them: server tests wait for their servers most of the time.
    maxWorkers: Math.max(2, availableParallelism()),
  },
}))
