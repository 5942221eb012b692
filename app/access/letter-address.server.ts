import { parallelMode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { publicOrigin } from './public-origin.server.ts'

/** Where anybody may check a letter, for its QR code: in every language. Null where nobody knows at which address residents reach the site. */
export const letterAddress = (code: string): string | null =>
  publicOrigin() === '' ? null : `${publicOrigin()}${paths.letterCheck(parallelMode, code)}`
