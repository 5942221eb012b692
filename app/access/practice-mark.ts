/** Stands behind what opens something made up to practise, in the cookie of a device: its pages say so. */
export const practiceMark = '.practice'

/** The session in the value of a cookie, without the mark; undefined where it is none. */
export const sessionIn = (value: string | undefined): string | undefined => /^([\w-]{43})(?:\.practice)?$/.exec(value ?? '')?.[1]

/** Is the session in the value of a cookie marked as made up to practise? */
export const isMarkedPractice = (value: string | undefined): boolean => sessionIn(value) !== undefined && value?.length !== 43
