/** Maximum number of files of one paper and of a folder. */
export const uploadLimits = { ofPaper: 12, ofFolder: 60 } as const
/** The largest piece, in bytes. */
export const largestPiece = 1024 * 1024
/** How long a file may take to arrive, in hours. */
export const receivingHours = 24
/** After so many minutes an incomplete file is deleted where it is in the way of a new one. */
export const roomMinutes = 30
/** A file without a row is left alone so long, in minutes: its row may be about to be written. */
export const orphanMinutes = 60

/** The moment so many minutes before another. */
export const minutesBefore = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000)
