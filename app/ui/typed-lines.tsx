import type { InEvery } from '#app/domain/language.ts'
import { Say } from './bilingual-text.tsx'
import { BilingualText } from './stored-text.tsx'

type Lines = readonly { readonly id: string; readonly label: InEvery<string>; readonly typed: InEvery<string> }[]

/** What was typed, folded, to be read before it is sent, or to be copied; nothing where it holds no text. */
export function TypedLines({ lines }: { lines: Lines }): JSX.Element | null {
  if (lines.length === 0) return null
  return (
    <details id="typed">
      <summary>
        <Say k="common:typed-before" />
      </summary>
      <dl className="table-of-facts">
        {lines.map(({ id, label, typed }) => (
          <div key={id}>
            <dt>
              <BilingualText text={label} />
            </dt>
            <dd>
              <BilingualText text={typed} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
