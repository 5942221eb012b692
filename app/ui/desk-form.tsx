import { createContext, useContext } from 'react'
import { type StaffInSession, staffMark, writtenByInput } from '#app/domain/staff.ts'

const WriterContext = createContext<StaffInSession | null>(null)

/** Sets who is signed in on a page of the desk, or helps somebody on a page of theirs. */
export const WriterProvider = WriterContext.Provider

/** On whose page a form stands; nothing on the pages of residents. */
export function WrittenBy(): JSX.Element | null {
  const writer = useContext(WriterContext)
  return writer && <input type="hidden" name={writtenByInput} value={staffMark(writer)} />
}

/** A form of the desk, which is posted: it says on whose page it stands, so that nothing is taken for the text of somebody else. */
export function DeskForm({ children, ...form }: JSX.IntrinsicElements['form']): JSX.Element {
  return (
    <form method="post" {...form}>
      <WrittenBy />
      {children}
    </form>
  )
}
