import { contextBy } from '#app/access/by-request.server.ts'
import { noteLooks as note } from '#app/access/client-looks.server.ts'

export { numbersAmong } from '#app/access/client-looks.server.ts'

type Parameters2 = Parameters<typeof note>

/** Until every use case takes a context: writes down what a clerk is about to see. */
export const noteLooks = async (request: Request, applications: Parameters2[1], looks: Parameters2[2]): Promise<void> =>
  note(await contextBy(request), applications, looks)
