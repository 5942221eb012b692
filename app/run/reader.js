// @ts-check
const [name, source] = ['qr-reader', "export { default } from 'qr/decode.js'"]

/** Where the reader of QR codes is made: a file of the desk, fetched by `scan.js` when a browser cannot read codes itself. */
export const readerFile = `public/desk/${name}.js`

/** Makes the reader of the package `qr` one small module browsers take as it is. */
export async function makeReader() {
  const { build } = await import('vite')
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [{ name, resolveId: (id) => (id === name ? name : null), load: (id) => (id === name ? source : null) }],
    build: {
      outDir: 'public/desk',
      emptyOutDir: false,
      target: 'es2019',
      modulePreload: false,
      rollupOptions: { input: name, preserveEntrySignatures: 'strict', output: { entryFileNames: '[name].js' } },
    },
  })
}
