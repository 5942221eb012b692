/** The values of a posted form, by the names of its inputs. */
export type FormValues = Pick<FormData, 'get' | 'getAll' | 'has' | 'entries'>

/** A posted form with files: its values, its files, and the names of those too large. */
export type Uploads = { fields: URLSearchParams; files: { name: string; bytes: Buffer }[]; tooLarge: string[] }
