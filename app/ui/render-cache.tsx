import { LRUCache } from 'lru-cache'
import type { HTMLAttributes, ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Mode } from '#app/i18n/mode.ts'
import { ModeProvider, useMode } from './bilingual-text.tsx'

/** Stands for a gap in content that is cached: letters no text of the site holds. */
const gapMark = '\uf8f0'

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

/** The cached content of small parts that stand many times, as HTML: 16 MiB at most. */
const parts = new LRUCache<string, string>({
  maxSize: 16 * 1024 * 1024,
  sizeCalculation: (html, key) => 2 * (html.length + key.length),
})

type CachedPartProps = Pick<HTMLAttributes<HTMLElement>, 'className' | 'id' | 'aria-label'> & {
  readonly as: 'a' | 'nav' | 'header' | 'footer' | 'label' | 'td'
  readonly href?: string
  readonly htmlFor?: string
  /** Cache key, as of `Cached`; undefined where it is rendered anew each time. */
  readonly by: string | undefined
  readonly children: () => ReactElement
}

/** A small part, such as a link, whose content is the same for the same `by`: rendered the first time and cached; on any page. */
export function CachedPart({ as: Outer, by, children, ...attributes }: CachedPartProps): JSX.Element {
  const mode = useMode()
  if (by === undefined) return <Outer {...attributes}>{children()}</Outer>
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by React, of our own texts only
  return <Outer {...attributes} dangerouslySetInnerHTML={{ __html: partHtml(mode, { by, item: children }) }} />
}

/** One item of a cached list: its key, as of `Cached`, and how it is rendered. */
export type CachedItem = { readonly by: string; readonly item: () => ReactElement }

/** A list of items that are each the same for the same `by`, as `CachedPart`: one element for all of them. */
export function CachedList({ className, items }: { className: string; items: readonly CachedItem[] }): JSX.Element {
  const mode = useMode()
  const html = items.map((one) => partHtml(mode, one)).join('')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by React, of our own texts only
  return <ul className={className} dangerouslySetInnerHTML={{ __html: html }} />
}

/** Cached content as the texts between its gaps, which stand at the odd places by what fills them: 32 MiB at most. */
const around = new LRUCache<string, readonly string[]>({
  maxSize: 32 * 1024 * 1024,
  sizeCalculation: (texts, key) => 2 * (key.length + texts.reduce((sum, text) => sum + text.length, 0)),
})

/** In content that is cached: where something stands that is not, such as the name of a member. */
export const Gap = ({ of }: { of: string }): JSX.Element => <>{`${gapMark}${of}${gapMark}`}</>

type CachedAroundProps = Omit<CachedProps, 'as'> & {
  /** What fills each gap. */
  gaps: ReadonlyMap<string, ReactElement>
}

/** Content that is the same for the same `by` but for what fills its gaps: that is rendered anew each time, once, and cached nowhere. */
export function CachedAround({ by, className, gaps, children }: CachedAroundProps): JSX.Element {
  const mode = useMode()
  const key = `${mode} ${by}`
  const html = (content: ReactElement) => renderToStaticMarkup(<ModeProvider value={mode}>{content}</ModeProvider>)
  const texts = around.get(key) ?? html(children()).split(gapMark)
  around.set(key, texts)
  const filled = new Map<string, string>()
  const fill = (of: string) => {
    const known = filled.get(of)
    if (known !== undefined) return known
    const content = gaps.get(of)
    const text = content === undefined ? '' : html(content)
    filled.set(of, text)
    return text
  }
  const whole = texts.map((text, index) => (index % 2 === 1 ? fill(text) : text)).join('')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by React
  return <div className={className} dangerouslySetInnerHTML={{ __html: whole }} />
}

function partHtml(mode: Mode, { by, item }: CachedItem): string {
  const key = `${mode} ${by}`
  const known = parts.get(key)
  if (known !== undefined) return known
  const html = renderToStaticMarkup(<ModeProvider value={mode}>{item()}</ModeProvider>)
  parts.set(key, html)
  return html
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
