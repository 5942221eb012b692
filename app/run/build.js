// @ts-check
/** `npm run build`: installs what is missing and builds the site. */
import { fileURLToPath } from 'node:url'
import { prepare } from './prepare.js'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
await prepare()
