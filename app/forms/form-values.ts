/** What was sent with a form, by the names of its fields. */
export type FormValues = Pick<FormData, 'get' | 'getAll' | 'has' | 'entries'>
