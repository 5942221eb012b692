import { requireApplicant, requireFolder } from '#app/access/guards.server.ts'
import { page } from '#app/access/outcome.ts'
import { publicOrigin } from '#app/access/public-origin.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { papersToAsk } from '#app/cases/corrected.ts'
import { draftDays } from '#app/cases/folder.server.ts'
import { submissionAmong } from '#app/cases/submission.server.ts'
import { isClosed } from '#app/domain/application.ts'
import { memberOf } from '#app/forms/members.ts'
import { parallelMode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { uploadsIn } from '#db/uploads.server.ts'

/** Data of the slip. The code is in the fragment of the address: it reaches no server and no log. */
export async function slipLoader(context: RequestContext) {
  const { mode } = context
  const { stored, code, folder, applications } = await requireFolder(context)
  // An assisted resident takes the slip home, and does not read the clerk's language.
  const home = requireApplicant(context).by === 'clerk' ? parallelMode : mode
  const sent = new Set((await uploadsIn(stored.id)).filter(({ state }) => state === 'kept').map(({ paper }) => paper))
  const read = await Promise.all(applications.map(async (one) => ({ one, submitted: await submissionAmong(one) })))
  const papers = read.flatMap(({ one, submitted }) => {
    if (isClosed(one.status)) return []
    // Of one that cannot be read only what its form asks is known.
    const asked = papersToAsk(folder, one, (submitted.ok && submitted.value?.papers) || [], context.today)
    // Of what was handed in the hall may want to see every original; of a draft what is sent is not brought.
    return asked.filter(({ key }) => one.submittedAt !== null || !sent.has(key))
  })
  const bring = [...new Map(papers.map((paper) => [paper.key, paper])).values()]
  return page({
    ...{ mode, at: context.at, code, days: draftDays },
    address: publicOrigin() === '' ? null : `${publicOrigin()}${paths.openFolder(home)}#${code}`,
    services: read.map(({ one: { service, member, status }, submitted }) => ({
      ...{ service, status, name: memberOf(folder, member ?? '')?.name ?? null },
      damaged: submitted.ok ? null : { table: submitted.table, id: submitted.id },
    })),
    bring: bring.map(({ key, words, member }) => ({ key, words, sent: sent.has(key), name: memberOf(folder, member ?? '')?.name ?? null })),
    started: applications.some(({ submittedAt }) => submittedAt !== null),
  })
}
