import { cite } from '#app/services/instruments.ts'
import { promised } from '#app/services/plan-words.ts'
import { Say } from './bilingual-text.tsx'
import { Citations } from './citation.tsx'
import { Icon } from './icon.tsx'

/** The plan for the three rights, the law for pastures too. */
const sources = [promised('settling-keeps-land'), cite('land-contract-law', '27')]

/** The promise shown wherever settling is mentioned: settling costs nobody their land. */
export function LandPromise({ level = 2 }: { level?: 2 | 3 | 4 }): JSX.Element {
  const Heading = `h${level}` as const
  return (
    <div className="promise">
      <Heading>
        <Icon name="mountain" />
        <Say k="land-promise:title" />
      </Heading>
      <Say as="p" k="land-promise:text" />
      <Say as="p" className="quiet" k="land-promise:beyond" />
      <p>
        <Citations sources={sources} />
      </p>
    </div>
  )
}
