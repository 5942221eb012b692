/** The values of a posted form, by the names of its inputs. */
export type FormValues = Pick<FormData, 'get' | 'getAll' | 'has' | 'entries'>

/** A posted form with files: its values, its files, and the names of those too large. */
export type Uploads = { fields: URLSearchParams; files: { name: string; bytes: Buffer }[]; tooLarge: string[] }

/** Posted values as they are posted again, from inputs nobody sees: all but those named. Files are no values. */
export function postedValues(form: FormValues, but: readonly string[] = []): (readonly [string, string])[] {
  return [...form.entries()].flatMap(([name, value]) => (but.includes(name) || typeof value !== 'string' ? [] : [[name, value] as const]))
}
