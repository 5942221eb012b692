// @ts-check
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'

// Posts forms over HTTP in a process of its own, so many clients at the same moment, each with one connection it keeps:
// { port, path, location, clients, requests } on standard input; `location`: what the place each answer leads to begins with. Writes
// how many microseconds one takes. Does as little as a client can, so that it takes little from a server that shares the machine.

/** @type {{ port: number, path: string, location: string, clients: number, requests: { cookie: string, body: string }[] }} */
const { port, path, location, clients, requests } = JSON.parse(readFileSync(0, 'utf8'))
const queue = requests.map(({ cookie, body }) =>
  Buffer.from(
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  ),
)
const expected = ['http/1.1 303 ', `\r\nlocation: ${location}`, '\r\ncontent-length: 0\r\n']

async function client() {
  const socket = connect(port, '127.0.0.1').setNoDelay(true)
  await once(socket, 'connect')
  let answer = ''
  /** @type {(value?: unknown) => void} */
  let done = () => {}
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1')
    if (answer.endsWith('\r\n\r\n')) done()
  })
  for (let next = queue.pop(); next; next = queue.pop()) {
    answer = ''
    socket.write(next)
    await new Promise((resolve) => {
      done = resolve
    })
    if (!expected.every((part) => answer.toLowerCase().includes(part))) throw new Error(`A form came to ${answer}`)
  }
  socket.destroy()
}

const began = performance.now()
await Promise.all(Array.from({ length: clients }, client))
console.log(JSON.stringify(((performance.now() - began) / requests.length) * 1000))
