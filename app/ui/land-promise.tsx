import { plan } from '#app/services/instruments.ts'
import { Say } from './bilingual-text.tsx'
import { Citation } from './citation.tsx'
import { Icon } from './icon.tsx'

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
        <Citation source={plan('十三')} />
      </p>
    </div>
  )
}
