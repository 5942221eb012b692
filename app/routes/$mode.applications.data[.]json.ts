import type { LoaderFunctionArgs } from '@remix-run/node'
import type { FileOutcome } from '#app/access/outcome.ts'
import { myDataLoader } from '#app/features/application/my-data.server.ts'
import { respond } from '#app/server/response.ts'

/** A copy of everything stored of the open folder, for programs. */
export const loader = (args: LoaderFunctionArgs) =>
  respond(args, async (context): Promise<FileOutcome> => {
    const content = JSON.stringify(await myDataLoader(context, 'data.json'), null, 2)
    return { kind: 'file', type: 'application/json', content, name: 'my-data.json' }
  })
