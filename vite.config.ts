import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vitest/config'
import options from './remix.config.js'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: process.env.VITEST ? [] : [remix(options)],
  build: {
    target: isSsrBuild ? 'node20' : 'es2019',
    assetsInlineLimit: 0,
    // The server is one module: our own HTTP server around Remix's pages.
    rollupOptions: isSsrBuild ? { input: 'app/server/main.ts' } : {},
  },
  // Otherwise the first `npm run dev` bundles the server's packages for the browser and hangs the page.
  optimizeDeps: {
    include: ['react', 'react/jsx-dev-runtime', '@remix-run/react', 'i18next'],
    exclude: ['@remix-run/node', 'better-sqlite3', 'drizzle-orm', 'zod'],
  },
  test: {
    include: ['app/**/*.test.{ts,tsx}', 'tests/{contract,db,server}/**/*.test.{ts,tsx}'],
    environment: 'node',
  },
}))
