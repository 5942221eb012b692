import { customType } from 'drizzle-orm/sqlite-core'

// SQLite puts a value of any type into any column, and so does a damaged file. What is of another type must not stop the list it is in.

/** Bytes. What is no bytes comes out as what it was in text, which nothing can decrypt. */
export const bytes = customType<{ data: Buffer; driverData: unknown }>({
  dataType: () => 'blob',
  fromDriver: (value) => (value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value))),
})

/** Text. What is none comes out as the text of it. */
export const text = customType<{ data: string; driverData: unknown }>({
  dataType: () => 'text',
  fromDriver: (value) =>
    typeof value === 'string' ? value : value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value),
})

/** A whole number that is shown. What is none comes out as none, and equals nothing. */
export const whole = customType<{ data: number; driverData: unknown }>({
  dataType: () => 'integer',
  fromDriver: (value) => (typeof value === 'number' ? value : Number.NaN),
})
