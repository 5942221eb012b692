import { requireApplicant, requireFolder } from '#app/access/guards.server.ts'
import { page } from '#app/access/outcome.ts'
import { publicOrigin } from '#app/access/public-origin.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { papersToAsk } from '#app/cases/corrected.ts'
import { draftDays } from '#app/cases/folder.server.ts'
import { countyOf } from '#app/cases/folder.ts'
import { decryptSubmission } from '#app/cases/submission.server.ts'
import { isClosed } from '#app/domain/application.ts'
import { memberOf } from '#app/forms/members.ts'
import { parallelMode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { receiversFor } from '#app/places/halls.server.ts'
import { uploadsIn } from '#db/uploads.server.ts'

/** Data of the slip. The code is in the fragment of the address: it reaches no server and no log. */
export async function slipLoader(context: RequestContext) {
  const { mode } = context
  const { stored, code, folder, applications } = await requireFolder(context)
  // An assisted resident takes the slip home, and does not read the clerk's language.
  const home = requireApplicant(context).by === 'clerk' ? parallelMode : mode
  const sent = new Set((await uploadsIn(stored.id)).filter(({ state }) => state === 'kept').map(({ paper }) => paper))
  const open = applications.filter(({ status }) => !isClosed(status))
  const papers = await Promise.all(
    open.map(async (one) => {
      const asked = papersToAsk(folder, one, (await decryptSubmission(one))?.papers ?? [], context.today)
      // Of what was handed in the hall may want to see every original; of a draft what is sent is not brought.
      return asked.filter(({ key }) => one.submittedAt !== null || !sent.has(key))
    }),
  )
  const bring = [...new Map(papers.flat().map((paper) => [paper.key, paper])).values()]
  return page({
    ...{ mode, at: context.at, code, days: draftDays },
    address: publicOrigin() === '' ? null : `${publicOrigin()}${paths.openFolder(home)}#${code}`,
    services: applications.map(({ service, member, status }) => ({ service, status, name: memberOf(folder, member ?? '')?.name ?? null })),
    bring: bring.map(({ key, words, member }) => ({ key, words, sent: sent.has(key), name: memberOf(folder, member ?? '')?.name ?? null })),
    receivers: await receiversFor(
      countyOf(folder),
      open.map(({ service }) => service),
    ),
    started: applications.some(({ submittedAt }) => submittedAt !== null),
  })
}
