import type { ServerBuild } from '@remix-run/node'
import { createRequestHandler } from '@remix-run/node'

/** Renders pages: what Remix makes of a request. */
export type Pages = (request: Request) => Promise<Response>

/** Nothing of a request but its path and query decides where a page thinks it is. */
export const innerOrigin = 'http://settle.invalid'

/** The pages of a build. */
export function pagesOf(build: ServerBuild, mode: 'production' | 'development'): Pages {
  return createRequestHandler(build, mode)
}
