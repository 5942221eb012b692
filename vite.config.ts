import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
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

/** Unit and contract tests that put other modules in the place of ours: those need the modules to themselves. */
const replacing = (process.env.VITEST ? ['app', 'tests/contract'] : []).flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.test\.tsx?$/.test(path) && readFileSync(path, 'utf8').includes('vi.mock(')),
)
const withoutDatabase = ['app/**/*.test.{ts,tsx}', 'tests/contract/**/*.test.ts']

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
    // Loading the modules anew for each file was half of the work of unit and contract tests: these share them.
    projects: [
      { extends: true, test: { name: 'shared', include: withoutDatabase, exclude: replacing, isolate: false } },
      { extends: true, test: { name: 'isolated', include: ['tests/{db,server}/**/*.test.ts', ...replacing] } },
    ],
    environment: 'node',
    // Patience only, for busy machines.
    testTimeout: 120_000,
    // By itself vitest leaves a core free, which on two cores is half of them: server tests wait for their servers most of the time.
    maxWorkers: Math.max(2, availableParallelism()),
  },
}))
