/** Every element of a selector, in document order. */
export function all<E extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): E[] {
  return [...within.querySelectorAll<E>(selector)]
}

/**
 * The one element a script needs.
 * @throws where the page lacks it: the script is included only where it exists
 */
export function the<E extends HTMLElement>(selector: string, within: ParentNode = document): E {
  const found = within.querySelector<E>(selector)
  if (!found) throw new Error(`No ${selector} on this page`)
  return found
}
