/** The part of a request that readers of forms use. */
type Posted = Pick<Request, 'url' | 'method' | 'headers' | 'formData'>

/**
 * A request with a form that is already parsed: actions get the fields as they are, nothing is parsed again, and the costly
 * parts of a request (body, signal) are not created.
 */
export function formRequest(url: string, headers: Readonly<Record<string, string>>, fields: FormData): Request {
  const posted: Posted = { url, method: 'POST', headers: new Headers(headers), formData: async () => fields }
  return posted as Request
}
