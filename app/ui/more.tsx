import { Say } from './bilingual-text.tsx'

/** Leads to the next page of a list; nothing where the list ends. */
export function More({ href }: { href: string | null }): JSX.Element | null {
  if (href === null) return null
  return (
    <nav className="links">
      <a className="text-link" href={href}>
        <Say k="desk:queue.more" />
      </a>
    </nav>
  )
}
