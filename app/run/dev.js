// @ts-check
/** `npm run dev`: the site with every change of the sources taken in at once. No static pages from memory here. */
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { makeFonts, makeSheetFonts } from './fonts.js'
import { requireNode } from './machine.js'
import { install } from './prepare.js'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
requireNode()
install()
await makeFonts()
await makeSheetFonts()
process.env.NODE_ENV = 'development'
const { createServer: createVite } = await import('vite')
const vite = await createVite({ server: { middlewareMode: true }, appType: 'custom' })
/** @type {{ module: Record<string, any>, listener: import('node:http').RequestListener, noteKeys(): Promise<void>, close(): void } | undefined} */
let current

/** The listener of the sources as they are now. */
async function listener() {
  const module = await vite.ssrLoadModule('/app/server/main.ts')
  if (current?.module !== module) {
    current?.close()
    current = { module, ...module.assemble(module.readConfig(process.env), process.cwd(), console.log, 'development') }
    await current?.noteKeys()
  }
  return current?.listener ?? (() => {})
}

const server = createServer((request, response) => {
  vite.middlewares(request, response, async () => {
    try {
      const answer = await listener()
      answer(request, response)
    } catch (error) {
      if (error instanceof Error) vite.ssrFixStacktrace(error)
      console.error(error)
      response.writeHead(500).end('See the terminal')
    }
  })
})
const port = Number(process.env.PORT ?? 3000)
server.listen(port, process.env.HOST || '127.0.0.1', async () => {
  const address = server.address()
  const url = `http://localhost:${typeof address === 'object' && address ? address.port : port}`
  console.log(`Development: ${url}`)
  await listener()
  await current?.module.inviteFirst(url, console.log)
})
