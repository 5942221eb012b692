import type { LoaderFunctionArgs } from '@remix-run/node'
import { comeBack } from '#app/features/account/single-sign-on.server.ts'

export const loader = ({ request }: LoaderFunctionArgs) => comeBack(request)
