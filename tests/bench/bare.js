// @ts-check
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

// A bare server in a process of its own: sends one body with the headers on standard input, whatever is asked.

const { headers, file } = JSON.parse(readFileSync(0, 'utf8'))
const body = readFileSync(file)
const server = createServer((_request, response) => response.writeHead(200, headers).end(body))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`)
})
