import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestHandler, redirect, type ServerBuild } from '@remix-run/node'

// A server of one minimal Remix action that reads a form and answers 303, in a process of its own.

const build = {
  entry: { module: { default: () => new Response() } },
  routes: { root: { id: 'root', path: '', module: { default: () => null, action } } },
  assets: {
    entry: { imports: [], module: '' },
    routes: { root: { id: 'root', path: '', hasLoader: false, module: '', hasAction: true, hasErrorBoundary: false } },
    url: '',
    version: '1',
  },
  publicPath: '/',
  assetsBuildDirectory: '',
  future: {},
  isSpaMode: false,
  mode: 'production',
} as unknown as ServerBuild

async function action({ request }: { request: Request }): Promise<Response> {
  const form = await request.formData()
  return redirect(`/?${form.get('f-messages')}`, 303)
}

const remix = createRequestHandler(build, 'production')
const server = createServer(async (asked, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of asked as AsyncIterable<Buffer>) chunks.push(chunk)
  const headers = { 'Content-Type': String(asked.headers['content-type']) }
  const answer = await remix(new Request(`http://settle.invalid${asked.url}`, { method: 'POST', headers, body: Buffer.concat(chunks) }))
  response.writeHead(answer.status, { Location: answer.headers.get('Location') ?? '' }).end()
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`))
