import { Icon } from './icon.tsx'
import { MemberName } from './member-name.tsx'

/** A member, by the name that was typed; nothing where there is none. */
export function Person({ name }: { name: string | null }): JSX.Element | null {
  if (name === null) return null
  return (
    <span className="who">
      <Icon name="user" />
      <MemberName name={name} />
    </span>
  )
}
