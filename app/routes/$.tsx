/** Every other address: 404, as a page in the reader's languages. */
export function loader(): never {
  throw new Response(null, { status: 404 })
}

/** The same for a post. */
export function action(): never {
  throw new Response(null, { status: 404 })
}

export default function Route(): null {
  return null
}
