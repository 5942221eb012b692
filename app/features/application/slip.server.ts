import { requireApplicant, requireFolder } from '#app/access/guards.server.ts'
import { page } from '#app/access/outcome.ts'
import { publicOrigin } from '#app/access/public-origin.server.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { applicationName } from '#app/cases/application-name.server.ts'
import { papersToAsk } from '#app/cases/corrected.ts'
import { countyOf } from '#app/cases/folder.ts'
import { uploadsOf } from '#app/cases/folder-uploads.server.ts'
import { submissionAmong } from '#app/cases/submission.server.ts'
import { isReceived } from '#app/domain/hall.ts'
import { isClosed } from '#app/domain/status.ts'
import { memberOf } from '#app/forms/members.ts'
import { parallelMode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { receiversFor, receiversForAll } from '#app/places/halls.server.ts'
import { storagePeriodsOf } from './storage-periods.ts'

/** Data of the slip. The code is in the fragment of the address: it reaches no server and no log. */
export async function slipLoader(context: RequestContext) {
  const { mode } = context
  const open = await requireFolder(context)
  const { code, folder, applications } = open
  // An assisted resident takes the slip home, and does not read the clerk's language.
  const home = requireApplicant(context).by === 'clerk' ? parallelMode : mode
  const sent = new Set((await uploadsOf(open)).filter(({ state }) => state === 'kept').map(({ paper }) => paper))
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
    ...{ mode, at: context.at, code, storagePeriods: storagePeriodsOf(applications) },
    address: publicOrigin() === '' ? null : `${publicOrigin()}${paths.openFolder(home)}#${code}`,
    services: await Promise.all(
      read.map(async ({ one, submitted }) => ({
        ...{ number: one.number, title: await applicationName(one), status: one.status },
        name: memberOf(folder, one.member ?? '')?.name ?? null,
        received: one.status !== 'submitted' || isReceived(await receiversFor(one.county)),
        damaged: submitted.ok ? null : { table: submitted.table, id: submitted.id },
      })),
    ),
    bring: bring.map(({ key, textKey, member }) => ({
      key,
      textKey,
      sent: sent.has(key),
      name: memberOf(folder, member ?? '')?.name ?? null,
    })),
    receivers: await receiversForAll(
      applications
        .filter(({ status }) => !isClosed(status))
        // What was handed in is where it was handed in, whatever the folder says since for a draft.
        .map(({ county, service }) => ({ service, county: county ?? countyOf(folder) })),
    ),
    started: applications.some(({ submittedAt }) => submittedAt !== null),
  })
}
