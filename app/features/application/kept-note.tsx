import { Say } from '#app/ui/bilingual-text.tsx'
import type { Kept } from './kept.ts'

/** How long what is in a folder is stored: drafts, where there are some; what was handed in, where something was. */
export function KeptNote({ kept: { drafts, handedIn } }: { kept: Kept }): JSX.Element {
  return (
    <>
      {drafts && <Say as="p" className="quiet" k="apply:kept" values={drafts} />}
      {handedIn && <Say as="p" className="quiet" k="application:kept-by-hall" values={handedIn} />}
    </>
  )
}
