import { memberName, offeredName } from '#app/i18n/member-name.ts'
import { languagesOf } from '#app/i18n/mode.ts'
import { InModes, Typed, useMode } from './bilingual-text.tsx'

/** The name of a member of the household: the site's own word (“my daughter”) in the languages of the mode, else as it was typed. */
export function MemberName({ name }: { name: string }): JSX.Element {
  if (!offeredName(name)) return <Typed>{name}</Typed>
  return <InModes as="span">{(language) => memberName(language, name)}</InModes>
}

/** Whom an item of a list is for, set off from its words: Tibetan without a mark between them reads as one word. */
export function ForMember({ name }: { name: string | null }): JSX.Element | null {
  if (name === null) return null
  return (
    <>
      {' · '}
      <MemberName name={name} />
    </>
  )
}

/** The name for attributes; empty where there is no name. */
export function usePlainMemberName(): (name: string | null) => string {
  const languages = languagesOf(useMode())
  return (name) => [...new Set(languages.map((language) => memberName(language, name ?? '')))].join(' · ')
}
