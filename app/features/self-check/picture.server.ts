import { redirectTo } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
import { called } from '#app/forms/called-names.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { languagesOf } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { onlyOf } from './answer-question.server.ts'
import { checkOf } from './check-cookie.server.ts'
import { blocksOf } from './picture-blocks.ts'
import { drawn } from './picture-thread.server.ts'
import { chosenIn, whereTaken } from './print.server.ts'
import { tell } from './result.ts'
import { sheetsOf } from './sheet.ts'
import { unfinished } from './summary.server.ts'

/** A picture is drawn only of what a form sends: browsers inside other apps ask for a download a second time, without it. */
export const pictureLoader = (context: RequestContext) => redirectTo(paths.print(context.mode, onlyOf(context), 'again'))

/** One adult's sheet as a picture to send on: it says what the sheet says, and nothing else. */
export async function pictureAction(context: RequestContext, form: FormValues) {
  const [{ mode, today: asOf }, only, check] = [context, onlyOf(context), called(checkOf(context), context.today)]
  const earlier = unfinished(check, mode, only, asOf)
  if (earlier) return redirectTo(earlier)
  const sheet = sheetsOf(check, tell(check, only, asOf), asOf, chosenIn(form).ticked).find(({ id }) => id === form.get('picture'))
  // The household was changed in another tab, or the form of an old page was sent.
  if (!sheet) return redirectTo(paths.print(mode, only, form.has('picture') ? 'gone' : 'again'))
  const place = await whereTaken(check)
  const blocks = blocksOf(sheet, place, check, languagesOf(mode), asOf)
  const content = await drawn(blocks)
  // Too many wait, or it could not be drawn: the page says so, and the sheet is there to be printed.
  if (!content) return redirectTo(paths.print(mode, only, 'busy'))
  return { kind: 'file', type: 'image/png', content, name: 'qinghai.png' } as const
}
