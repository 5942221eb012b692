import { isDiskFull } from '#db/commit.server.ts'

/** What a piece of work comes to; where the disk is full, throws the answer that says so (507): nothing was kept, nothing acknowledged is lost. */
export async function onDisk<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (isDiskFull(error)) throw new Response(null, { status: 507 })
    throw error
  }
}
