/** Suffix of the session in a cookie that opens something for practice: its pages say so. */
export const practiceMark = '.practice'

/** The session in the value of a cookie, without the suffix; undefined where there is none. */
export const sessionIn = (value: string | undefined): string | undefined => /^([\w-]{43})(?:\.practice)?$/.exec(value ?? '')?.[1]

/** Is the session in the value of a cookie marked as practice? */
export const isMarkedPractice = (value: string | undefined): boolean => sessionIn(value) !== undefined && value?.length !== 43
