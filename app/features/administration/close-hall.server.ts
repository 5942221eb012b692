import { requireStaff } from '#app/access/guards.server.ts'
import { page, redirectTo, refused } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { switchMode } from '#app/access/switch-mode.server.ts'
import { encryptEvent, eventActor } from '#app/cases/case-events.server.ts'
import { refusingFullDisk } from '#app/cases/disk-full.server.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { paths } from '#app/paths.ts'
import type { FieldError } from '#app/ui/error-summary.tsx'
import { closeHall, hallById } from '#db/halls.server.ts'
import { found } from '../page-data.ts'
import { closingOf, type HallClosing } from './hall-work.server.ts'

type Params = { id?: string }

/** Data of the page on which a hall is closed: what it holds, and where that goes. */
export async function closeHallLoader(context: RequestContext, params: Params) {
  const staff = requireStaff(context, 'staffAndHalls')
  const hall = found(await hallById(params.id ?? ''))
  return page({ mode: context.mode, at: context.at, staff, hall, closing: await closingOf(hall) })
}

/** Closes a hall nobody works in any more and whose cases another hall receives, once that was read as it is now. */
export async function closeHallAction(context: RequestContext, form: FormValues, params: Params) {
  const { mode, now } = context
  const by = requireStaff(context, 'staffAndHalls')
  switchMode(form, context)
  for (;;) {
    const hall = found(await hallById(params.id ?? ''))
    const closing = await closingOf(hall)
    if (form.has('switch-to')) return page({ closing, errors: [] as FieldError[] })
    const why = whyNot(closing, form)
    if (why)
      return refused(
        { closing, errors: [{ key: `colleagues:hall.close.error.${why}`, field: 'sure' }] },
        why === 'moved-on' ? 'conflict' : 'invalid',
      )
    const event = encryptEvent({
      ...{ type: 'hall-changed' as const, actor: eventActor(by.role, by.id), at: now.toISOString() },
      ...{ hall: hall.id, what: 'closed' as const, place: hall.place, secondFactor: hall.secondFactor },
    })
    if (await refusingFullDisk(closeHall(hall, event))) return redirectTo(`${paths.deskHalls(mode)}?changed`)
  }
}

function whyNot({ staff, goes, version }: HallClosing, form: FormValues): 'staff' | 'nobody' | 'not-sure' | 'moved-on' | undefined {
  if (staff.length > 0) return 'staff'
  if (goes.some(({ halls }) => halls.length === 0)) return 'nobody'
  if (!form.has('sure')) return 'not-sure'
  return form.get('closing') === version ? undefined : 'moved-on'
}
