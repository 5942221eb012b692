import type { InEvery } from '#app/domain/language.ts'
import { BilingualText, StoredSources } from './stored-text.tsx'

type RemediesProps = {
  title: InEvery<string>
  of: readonly { says: InEvery<string>; sources: readonly InEvery<string>[] }[]
  ask: InEvery<string>
}

/** What can be done about a result, each with where it stands, and whom to ask. */
export function Remedies({ title, of, ask }: RemediesProps): JSX.Element {
  return (
    <>
      <h3>
        <BilingualText text={title} />
      </h3>
      <ul>
        {of.map(({ says, sources }) => (
          <li key={says.zh}>
            <BilingualText text={says} />
            <StoredSources sources={sources} />
          </li>
        ))}
        <li>
          <BilingualText text={ask} />
        </li>
      </ul>
    </>
  )
}
