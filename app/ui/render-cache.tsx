import { LRUCache } from 'lru-cache'
import type { HTMLAttributes, ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { ModeProvider, useMode } from './bilingual-text.tsx'

/** UTF-8. */
type Bytes = Uint8Array<ArrayBuffer>

/** Cache of rendered content by its key, as UTF-8: 64 MiB at most. */
const cache = new LRUCache<string, Bytes>({ maxSize: 64 * 1024 * 1024, sizeCalculation: (bytes, key) => bytes.length + 2 * key.length })

/** The cached content of the page being rendered, in order. Rendering is synchronous: there is only ever one. */
let placed: Bytes[] = []

type CachedProps = {
  /** Cache key: everything the content depends on, except the display mode. Nothing a person typed. */
  by: string
  as: 'li' | 'div'
  className?: string
  children: () => ReactElement
}

/** Content that is the same for the same `by`: rendered the first time and cached. Only on pages rendered by `renderPage`. */
export function Cached({ by, as: Outer, className, children }: CachedProps): JSX.Element {
  const mode = useMode()
  const key = `${mode} ${by}`
  const known = cache.get(key)
  const bytes = known ?? rendered(<ModeProvider value={mode}>{children()}</ModeProvider>)
  if (known === undefined) cache.set(key, bytes)
  const mark = `<!--cached ${placed.push(bytes) - 1}-->`
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a mark of our own; what anyone typed cannot hold one, it is escaped
  return <Outer className={className} dangerouslySetInnerHTML={{ __html: mark }} />
}

/** The cached content of small parts that stand many times, as HTML. */
const parts = new LRUCache<string, string>({ max: 2000 })

type CachedPartProps = Pick<HTMLAttributes<HTMLElement>, 'className' | 'id' | 'aria-label'> & {
  readonly as: 'a' | 'nav'
  readonly href?: string
  /** Cache key, as of `Cached`. */
  readonly by: string
  readonly children: () => ReactElement
}

/** A small part, such as a link, whose content is the same for the same `by`: rendered the first time and cached; on any page. */
export function CachedPart({ as: Outer, by, children, ...attributes }: CachedPartProps): JSX.Element {
  const mode = useMode()
  const key = `${mode} ${by}`
  const known = parts.get(key)
  const html = known ?? renderToStaticMarkup(<ModeProvider value={mode}>{children()}</ModeProvider>)
  if (known === undefined) parts.set(key, html)
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by React just above, of our own texts only
  return <Outer {...attributes} dangerouslySetInnerHTML={{ __html: html }} />
}

/**
 * Renders a page whole, as UTF-8: that costs a third of streaming, and status and length are then right. There is no
 * hydration, so React's marks are left out. Cached content is inserted unchanged.
 */
export function renderPage(page: ReactElement): Bytes {
  return rendered(page, '<!DOCTYPE html>')
}

function rendered(content: ReactElement, before = ''): Bytes {
  const around = placed
  placed = []
  try {
    const pieces = (before + renderToStaticMarkup(content)).split(/<!--cached (\d+)-->/)
    return joined(pieces.map((part, index) => (index % 2 === 1 && placed[Number(part)]) || Buffer.from(part)))
  } finally {
    placed = around
  }
}

function joined(parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
