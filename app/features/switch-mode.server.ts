import { switchMode as toMode } from '#app/access/switch-mode.server.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { placeOf } from './page-data.ts'

/** Until every use case takes a context: goes to the same page in the mode a form asks for. */
export const switchMode = (form: FormData, request: Request, mode: Mode): void => toMode(form, { mode, at: placeOf(request) })
