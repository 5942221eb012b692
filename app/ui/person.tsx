import { Typed } from './bilingual-text.tsx'
import { Icon } from './icon.tsx'

/** Whom something is about, by the name somebody wrote; nothing where it is about nobody in particular. */
export function Person({ name }: { name: string | null }): JSX.Element | null {
  if (name === null) return null
  return (
    <span className="who">
      <Icon name="user" />
      <Typed>{name}</Typed>
    </span>
  )
}
