import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable, createRequestHandler, type ServerBuild, writeReadableStreamToWritable } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { createElement, type ReactElement } from 'react'
import { renderToPipeableStream, renderToString } from 'react-dom/server'

// A server of one minimal Remix page as large as the page on standard input, in a process of its own.

type Render = (page: ReactElement, status: number, headers: Headers) => Response | Promise<Response>

const whole: Render = (page, status, headers) => new Response(renderToString(page), { status, headers })

/** What the entry of the Remix template does for a browser. */
const streamed: Render = (page, status, headers) =>
  new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      onShellReady() {
        const body = new PassThrough()
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
        pipe(body)
      },
      onShellError: reject,
    })
  })

/** A Remix build of one page: as many characters and bytes in as many elements as `like`, without data, text of its own or a switch of language. */
function minimalBuild(like: string, render: Render): ServerBuild {
  const pairs = Math.floor((like.match(/<[a-z]/g)?.length ?? 0) / 2)
  const markup = '<p class="quiet"><span></span></p>'.length
  const characters = Math.round(like.length / pairs) - markup
  const bytes = Math.round(Buffer.byteLength(like) / pairs) - markup
  const han = Math.round((bytes - characters) / 2)
  const text = '青海的城市和镇，落户没有门槛。'.repeat(100).slice(0, han) + 'settle in Qinghai '.repeat(100).slice(0, characters - han)
  const paragraphs = Array.from({ length: pairs }, (_, key) =>
    createElement('p', { key, className: 'quiet' }, createElement('span', null, text)),
  )
  const Page = () => createElement('html', { lang: 'zh-CN' }, createElement('body', null, paragraphs))
  const handle = (request: Request, status: number, headers: Headers, context: Parameters<typeof RemixServer>[0]['context']) => {
    headers.set('Content-Type', 'text/html')
    return render(createElement(RemixServer, { context, url: request.url }), status, headers)
  }
  return {
    entry: { module: { default: handle } },
    routes: { root: { id: 'root', path: '', module: { default: Page, loader: () => null } } },
    assets: {
      entry: { imports: [], module: '' },
      routes: { root: { id: 'root', path: '', hasLoader: true, module: '', hasAction: false, hasErrorBoundary: false } },
      url: '',
      version: '1',
    },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: {},
    isSpaMode: false,
    mode: 'production',
  } as unknown as ServerBuild
}

const remix = createRequestHandler(minimalBuild(readFileSync(0, 'utf8'), process.argv[2] === 'streamed' ? streamed : whole), 'production')
const server = createServer(async (asked, response) => {
  const answer = await remix(new Request(`http://settle.invalid${asked.url}`))
  response.writeHead(answer.status, { 'Content-Type': 'text/html' })
  if (answer.body) await writeReadableStreamToWritable(answer.body, response)
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`))
