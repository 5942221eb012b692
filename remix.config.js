/**
 * Options of the Remix Vite plugin; `vite.config.ts` imports them.
 * Left off on purpose: `v3_lazyRouteDiscovery` (one small request could block the server for a second)
 * and `v3_singleFetch` (open advisories).
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  serverModuleFormat: 'esm',
  ignoredRouteFiles: ['**/*.test.*'],
  future: { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true },
}
