import type { Values } from '#app/i18n/messages.ts'
import { Say } from './bilingual-text.tsx'
import { Icon, type IconName } from './icon.tsx'
import { CachedPart } from './render-cache.tsx'

type Look = 'text-link' | 'button' | 'button second' | 'button second small'
type Props = { href: string; icon: IconName; k: string; values?: Values; className?: Look }

/** A link with its pictogram before its text; `k` is the key of the text. */
export function IconLink({ href, icon, k, values, className = 'text-link' }: Props): JSX.Element {
  const content = () => (
    <>
      <Icon name={icon} />
      <Say k={k} values={values} />
    </>
  )
  if (values !== undefined)
    return (
      <a className={className} href={href}>
        {content()}
      </a>
    )
  return (
    <CachedPart as="a" className={className} href={href} by={`icon ${icon} ${k}`}>
      {content}
    </CachedPart>
  )
}
