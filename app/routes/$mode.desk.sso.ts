import type { LoaderFunctionArgs } from '@remix-run/node'
import { goToProvider } from '#app/features/account/single-sign-on.server.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => goToProvider(request, params)
