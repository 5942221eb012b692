import { LRUCache } from 'lru-cache'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { ModeProvider, useMode } from './say.tsx'

const kept = new LRUCache<string, string>({ maxSize: 32 * 1024 * 1024, sizeCalculation: (html, key) => html.length + key.length })

type KeptProps = {
  /** Everything the content depends on, but for the display mode. Nothing a person typed. */
  by: string
  as: 'li' | 'div'
  className?: string
  children: () => ReactElement
}

/** Content that is the same whenever `by` is: rendered the first time, kept as HTML, 32 million characters at most. */
export function Kept({ by, as: Outer, className, children }: KeptProps): JSX.Element {
  const mode = useMode()
  const key = `${mode} ${by}`
  const known = kept.get(key)
  const html = known ?? renderToStaticMarkup(<ModeProvider value={mode}>{children()}</ModeProvider>)
  if (known === undefined) kept.set(key, html)
  // biome-ignore lint/security/noDangerouslySetInnerHtml: what React itself has rendered and escaped
  return <Outer className={className} dangerouslySetInnerHTML={{ __html: html }} />
}
