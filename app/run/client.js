// @ts-check
import { dirname, resolve } from 'node:path'

/**
 * The scripts browsers get, by their names in `app/client`: each is one file with all it needs, at an address of its own
 * (`/assist.js`). What lies under `desk/` is for pages of the desk alone. No other JavaScript is sent.
 */
export const clientScripts = [
  'assist',
  'lock',
  'result',
  'shared-session',
  'upload',
  'desk/case',
  'desk/shortcuts',
  'desk/scan',
  'desk/qr-reader',
]

/** Fetched by another script only when it is needed, so it stays a file of its own. @param {string} id */
const isFetched = (id) => /desk\/qr-reader(\.ts)?$/.test(id)

/** Builds the scripts into a folder, for browsers from 2019 on. @param {string} outDir */
export async function buildClient(outDir) {
  const { build } = await import('vite')
  for (const name of clientScripts)
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      build: {
        outDir,
        emptyOutDir: false,
        copyPublicDir: false,
        target: 'es2019',
        modulePreload: false,
        rollupOptions: {
          input: { [name]: `app/client/${name}.ts` },
          external: (id, from) => from !== undefined && isFetched(resolve(dirname(from), id)),
          preserveEntrySignatures: 'strict',
          output: { entryFileNames: '[name].js', paths: (id) => (isFetched(id) ? '/desk/qr-reader.js' : id) },
        },
      },
    })
}

/**
 * For `npm run dev`: answers the addresses of the scripts with their sources.
 * @returns {import('vite').Plugin}
 */
export function clientSources() {
  return {
    name: 'client-sources',
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        const name = clientScripts.find((one) => request.url === `/${one}.js`)
        if (name) request.url = `/app/client/${name}.ts`
        next()
      })
    },
  }
}
