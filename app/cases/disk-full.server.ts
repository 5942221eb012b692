import { isDiskFull } from '#db/commit.server.ts'

const outOfSpace = 'OUT_OF_SPACE'

/** The result of `work`. @throws an error `isOutOfSpace` recognises where the disk is full: nothing was saved, nothing acknowledged is lost */
export async function refusingFullDisk<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (isDiskFull(error)) throw Object.assign(new Error('The disk is full', { cause: error }), { code: outOfSpace })
    throw error
  }
}

/** Was this thrown because the disk is full? */
export const isOutOfSpace = (thrown: unknown): boolean => thrown instanceof Error && 'code' in thrown && thrown.code === outOfSpace
