/** What was posted, in inputs nobody sees, to be posted again. */
export function HiddenFields({ fields }: { fields: readonly (readonly [string, string])[] }): JSX.Element {
  return (
    <>
      {fields.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the fields of one fixed form
        <input key={index} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
