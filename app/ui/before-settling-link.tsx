import { paths } from '#app/paths.ts'
import { Say, useMode } from './bilingual-text.tsx'
import { Pictogram } from './pictogram.tsx'

/** Leads to the page to read before one settles: it stands wherever settling can be chosen. */
export function BeforeSettlingLink(): JSX.Element {
  return (
    <a className="text-link" href={paths.beforeSettling(useMode())}>
      <Pictogram of="before-settling" />
      <Say k="before-settling:title" />
    </a>
  )
}
