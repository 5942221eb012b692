/** Why a picture was not saved: too many wait, its adult is not in the household any more, or it was asked for without saying whose. */
export const notDrawnWhys = ['busy', 'gone', 'again'] as const

export type NotDrawn = (typeof notDrawnWhys)[number]
