import { createContext, useContext } from 'react'
import { type StaffInSession, staffMark, writtenByInput } from '#app/domain/staff.ts'

const WriterContext = createContext<StaffInSession | null>(null)

/** Sets who is signed in on a page of the desk. */
export const WriterProvider = WriterContext.Provider

/** A form of the desk, which is posted: it says on whose page it stands, so that nothing is taken for the words of somebody else. */
export function DeskForm({ children, ...form }: JSX.IntrinsicElements['form']): JSX.Element {
  const writer = useContext(WriterContext)
  return (
    <form method="post" {...form}>
      {writer && <input type="hidden" name={writtenByInput} value={staffMark(writer)} />}
      {children}
    </form>
  )
}
