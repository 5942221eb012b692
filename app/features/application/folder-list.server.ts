import { requireFolder } from '#app/access/guards.server.ts'
import { go, page } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { draftDays, keep } from '#app/cases/folder.server.ts'
import { papersOf } from '#app/cases/folder.ts'
import { removePaper } from '#app/cases/papers.server.ts'
import { serviceOf } from '#app/cases/submission.ts'
import { isDone, nameOf, stepsOf, withoutOwn } from '#app/forms/application-form.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { memberOf } from '#app/forms/members.ts'
import { paths } from '#app/paths.ts'
import { papersIn } from '#db/papers.server.ts'
import { openOnes } from './filling.server.ts'

/** Everything the list of a folder's steps shows. */
export async function showFolder(context: RequestContext) {
  const { mode, today: asOf } = context
  const open = await requireFolder(context)
  const { folder, stored, code } = open
  const wanted = openOnes(open)
  if (wanted.length === 0) return go(paths.applications(mode))
  const steps = stepsOf(folder, wanted, asOf).map((step) => ({
    ...{ block: step.block, subject: step.subject, name: nameOf(folder, wanted, step), service: serviceOf(wanted, step) },
    done: isDone(folder, wanted, step),
  }))
  const papers = papersOf(folder, wanted, asOf)
  const kept = new Set((await papersIn(stored.id)).filter(({ state }) => state === 'kept').map(({ paper }) => paper))
  const next = steps.find(({ done }) => !done)
  return page({
    ...{ mode, at: context.at, code, savedAt: stored.savedAt.toISOString(), days: draftDays, steps },
    drafts: wanted.map(({ number, service, member }) => ({
      number,
      service,
      name: member === null ? null : (memberOf(folder, member)?.name ?? null),
    })),
    mayRemove: open.applications.length > 1,
    nothingSubmitted: open.applications.every(({ submittedAt }) => submittedAt === null),
    papers: { sent: papers.filter(({ key }) => kept.has(key)).length, all: papers.length },
    next: next ? paths.step(mode, next.block, next.subject) : paths.answers(mode),
  })
}

/** Takes one draft away, with what only it was told and sent; everything else stays. The only application of a folder goes with the folder. */
export async function takeAway(context: RequestContext, form: FormValues) {
  const { mode } = context
  const number = Number(form.get('remove'))
  const open = await requireFolder(context)
  const isDraft = openOnes(open).some((one) => one.number === number)
  if (isDraft && open.applications.length > 1 && (await keep(open, withoutOwn(open.folder, number), new Date(), { remove: [number] })))
    for (const { id, paper } of await papersIn(open.stored.id)) if (paper.endsWith(`~n${number}`)) await removePaper(open.stored.id, id)
  return go(paths.folder(mode))
}
