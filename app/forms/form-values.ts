/** What was sent with a form, by the names of its fields. */
export type FormValues = Pick<FormData, 'get' | 'getAll' | 'has' | 'entries'>

/** What came of a form with files: its fields, the files that may be looked at, and the names of those too large to be kept. */
export type Uploads = { fields: URLSearchParams; files: { name: string; bytes: Buffer }[]; tooLarge: string[] }
