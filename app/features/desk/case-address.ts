import type { RequestContext } from '#app/access/request-context.server.ts'
import { paths } from '#app/paths.ts'
import { chosenIn, queryOf } from './filters.ts'

type Asked = Pick<RequestContext, 'mode' | 'query'>

/** The filters of the queue a page of a case was reached from, as they stand in its address; undefined where there are none. */
export function fromIn({ query }: Pick<Asked, 'query'>): string | undefined {
  const from = new URLSearchParams(queryOf(chosenFrom(query))).toString()
  return from === '' ? undefined : from
}

/** The filters of the queue a page of a case was reached from. */
export const chosenFrom = (query: URLSearchParams) => chosenIn(new URLSearchParams(query.get('from') ?? ''))

/** The queue one came from, with its filters; `done`: a case that was just approved. */
export const queueAddress = ({ mode, query }: Asked, done?: string) => paths.queue(mode, { ...queryOf(chosenFrom(query)), done })

/** The page of a case, as it stood: with the paper that is open and the filters one came with, at the part something was done in. */
export function caseAddress({ mode, query }: Asked, id: string, part = '', next = query.get('next') ?? undefined): string {
  const at = paths.deskCase(mode, id, query.get('paper') ?? undefined, { from: fromIn({ query }), next })
  return part === '' ? at : `${at}#${part}`
}
