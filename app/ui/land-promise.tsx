import type { ReactNode } from 'react'
import { cite } from '#app/services/instruments.ts'
import { promised } from '#app/services/plan-quotations.ts'
import { Say } from './bilingual-text.tsx'
import { Citations } from './citation.tsx'
import { Icon } from './icon.tsx'

/** The plan for the three rights, the law for pastures too. */
const sources = [promised('settling-keeps-land'), cite('land-contract-law', '27')]

type Props = { level?: 2 | 3 | 4; folded?: boolean; children?: ReactNode }

/** The promise shown wherever settling is mentioned: settling costs nobody their land; `folded`, its title stands alone until it is opened. */
export function LandPromise({ level = 2, folded = false, children }: Props): JSX.Element {
  const Heading = `h${level}` as const
  if (folded)
    return (
      <details className="promise-folded">
        <summary>
          <Say k="land-promise:title" />
        </summary>
        <PromiseText />
        {children}
      </details>
    )
  return (
    <div className="promise">
      <Heading>
        <Icon name="mountain" />
        <Say k="land-promise:title" />
      </Heading>
      <PromiseText />
      {children}
    </div>
  )
}

function PromiseText(): JSX.Element {
  return (
    <>
      <Say as="p" k="land-promise:text" />
      <Say as="p" className="quiet" k="land-promise:beyond" />
      <p>
        <Citations sources={sources} />
      </p>
    </>
  )
}
