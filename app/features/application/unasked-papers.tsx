import { paperName } from '#app/i18n/stored-names.ts'
import { Say } from '#app/ui/bilingual-text.tsx'
import type { UnaskedPaper } from './unasked-files.server.ts'

/** Tells which files will be deleted at hand-in, because nothing asks for them any more. */
export function UnaskedPapers({ papers }: { papers: readonly UnaskedPaper[] }): JSX.Element | null {
  if (papers.length === 0) return null
  return (
    <div className="notice" id="unasked">
      <Say as="p" k="apply:papers.unasked" />
      <ul>
        {papers.map(({ key, textKey, count }) => (
          <li key={key}>
            <Say {...paperName(textKey)} /> <Say className="quiet" k="apply:papers.sent" values={{ count }} />
          </li>
        ))}
      </ul>
    </div>
  )
}
