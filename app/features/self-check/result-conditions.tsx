import { languages } from '#app/domain/language.ts'
import type { Truth } from '#app/domain/truth.ts'
import { hasText, text } from '#app/i18n/messages.ts'
import type { Service } from '#app/services/define.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import { Citations } from '#app/ui/citation.tsx'
import { TruthMark } from '#app/ui/verdict.tsx'
import type { Told } from './result.ts'

type ConditionsProps = { service: Service; of: readonly { id: string; truth: Truth }[]; cited?: boolean }

/** Conditions with their truth, their texts and, where they are `cited`, their sources. */
export function Conditions({ service, of, cited = false }: ConditionsProps): JSX.Element {
  return (
    <ul className="conditions">
      {of.map(({ id, truth }) => {
        const condition = service.conditions.find((one) => one.id === id)
        const key = `services/${service.id}:conditions.${id}`
        return (
          <li key={id}>
            <p>
              <TruthMark truth={truth} /> <Say k={`${key}.is`} />
            </p>
            {saysMore(`${key}.${truth}`, `${key}.is`) && <Say as="p" k={`${key}.${truth}`} />}
            {truth !== 'yes' && hasText(`${key}.note`) && <Say as="p" className="quiet" k={`${key}.note`} />}
            {cited && condition && <Citations sources={condition.sources} certainty={condition.certainty} />}
          </li>
        )
      })}
    </ul>
  )
}

/** Does a sentence say more than the condition it is about? One that is the same in any language does not. */
const saysMore = (sentence: string, condition: string) =>
  !languages.some((language) => text(language, sentence).replace(/[。།]$/u, '') === text(language, condition))

/** What only the office can say, and which office. */
export function AskTheWindow({ service, told, level }: { service: Service; told: Told; level: 2 | 5 }): JSX.Element | null {
  if (told.verdict === 'not-applicable') return null
  const open = told.deciding.filter(({ truth }) => truth === 'unknown')
  if (open.length === 0) return null
  return (
    <section>
      <Say as={`h${level}`} k="result:ask-window" />
      <ul className="facts">
        {open.map(({ id }) => {
          const condition = service.conditions.find((one) => one.id === id)
          return (
            <li key={id}>
              <p>
                <strong>
                  <Say k={`departments:${condition?.asks}`} />
                </strong>
              </p>
              <Say as="p" k={`services/${service.id}:conditions.${id}.ask`} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
