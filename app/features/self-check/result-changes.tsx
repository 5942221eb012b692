import type { Change } from '#app/domain/changes.ts'
import { hasText } from '#app/i18n/messages.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import type { Service } from '#app/services/define.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { VerdictBadge } from '#app/ui/verdict.tsx'
import type { Told } from './result.ts'
import { AnswerText } from './summary-page.tsx'

type Props = { mode: Mode; service: Service; told: Told; only: string | undefined; asOf: string; level: 2 | 5; paper?: boolean }

/** "What would change this": the text of the condition, and single answers that would improve the result. */
export function Changes({ mode, service, told, only, asOf, level, paper = false }: Props): JSX.Element | null {
  const said = told.deciding.filter(
    ({ id, truth, fixed }) => truth === 'no' && !fixed && hasText(`services/${service.id}:conditions.${id}.change`),
  )
  if (said.length === 0 && told.changes.length === 0) return null
  return (
    <section>
      <Say as={`h${level}`} k="result:would-change" />
      {said.map(({ id }) => (
        <Say as="p" key={id} k={`services/${service.id}:conditions.${id}.change`} />
      ))}
      <ul className="changes">
        {told.changes.map((change) => (
          <li key={`${change.question}-${String(change.to)}`}>
            <p>
              <Say k="result:if" /> <Say k={`questions:${change.question}.short`} />{' '}
              <strong>
                <AnswerText question={change.question} answer={change.to} asOf={asOf} />
              </strong>
              {' → '}
              <VerdictBadge verdict={change.verdict} />
            </p>
            {!paper && <TryIt mode={mode} change={change} only={only} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function TryIt({ mode, change: { question, member, to }, only }: { mode: Mode; change: Change; only: string | undefined }): JSX.Element {
  return (
    <form method="post" action={paths.counterfactuals(mode, only, question, member)} className="no-print">
      {[to].flat().map((option) => (
        <input key={option} type="hidden" name="answer" value={option} />
      ))}
      <button type="submit" className="button second small">
        <Say k="result:try-it" />
      </button>
    </form>
  )
}
