// @ts-check
/** `npm start`: sets up what is missing, builds when stale, migrates, serves. */
import { fileURLToPath } from 'node:url'
import { lacking } from './machine.js'
import { prepare } from './prepare.js'
import { serve } from './serve.js'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
await prepare()
await serve().catch((error) => lacking(`The server could not start: ${error instanceof Error ? error.message : error}`))
