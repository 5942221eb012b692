import { notFound, redirectTo } from '#app/access/outcome.ts'
import type { RequestContext } from '#app/access/request-context.server.ts'
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

/** One adult's sheet as a picture to send on: it says what the sheet says, and nothing else. */
export async function pictureAction(context: RequestContext, form: FormValues) {
  const [{ mode, today: asOf }, only, check] = [context, onlyOf(context), checkOf(context)]
  const earlier = unfinished(check, mode, only, asOf)
  if (earlier) return redirectTo(earlier)
  const sheet = sheetsOf(check, tell(check, only, asOf), asOf, chosenIn(form).ticked).find(({ id }) => id === form.get('picture'))
  if (!sheet) throw notFound()
  const place = await whereTaken(check)
  const blocks = blocksOf(sheet, place, check, languagesOf(mode), asOf)
  const content = await drawn(blocks)
  // Too many wait, or it could not be drawn: the page says so, and the sheet is there to be printed.
  if (!content) return redirectTo(paths.print(mode, only, 'busy'))
  return { kind: 'file', type: 'image/png', content, name: 'qinghai.png' } as const
}
