/** As much of a request as whoever reads a form asks for. */
type Posted = Pick<Request, 'url' | 'method' | 'headers' | 'formData'>

/**
 * A request whose form was read when it came in: actions get the fields as they are, nothing is parsed again, and what only a
 * request of the network has (a body, a signal) is not made for it.
 */
export function formRequest(url: string, headers: Readonly<Record<string, string>>, fields: FormData): Request {
  const posted: Posted = { url, method: 'POST', headers: new Headers(headers), formData: async () => fields }
  return posted as Request
}
