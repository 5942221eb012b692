import type { DecisionDocument } from '#app/domain/decision-document.ts'
import type { Source } from '#app/domain/verdict.ts'
import { joinList } from '#app/i18n/format.ts'
import { remedies } from '#app/services/act.ts'
import { lawOf } from '#app/services/index.ts'
import { citationOf } from './stored-texts.ts'
import { textInEvery } from './submission.ts'

/**
 * What can be done about a result that goes against somebody, with where it stands, and whom to ask: 复议 and a court only of an
 * administrative act. Undefined where nothing is known of the service.
 */
export function remediesOf(service: string): DecisionDocument['remedies'] {
  const known = lawOf(service)
  if (!known) return undefined
  const sourcesOf = (id: keyof typeof remedies): readonly Source[] => remedies[id]
  return {
    title: textInEvery('natures:remedy.title'),
    of: known.act.remedies.map((id) => ({ says: textInEvery(`natures:remedy.${id}`), sources: sourcesOf(id).map(citationOf) })),
    ask: textInEvery('natures:ask', (language) => ({ numbers: joinList(language, known.hotlines) })),
  }
}
