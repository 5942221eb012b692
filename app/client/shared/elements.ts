/** Every element of a selector, in the order of the page. */
export function all<E extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): E[] {
  return [...within.querySelectorAll<E>(selector)]
}

/**
 * The one element a script is made for.
 * @throws where the page has none: the script stands on pages with it only.
 */
export function the<E extends HTMLElement>(selector: string, within: ParentNode = document): E {
  const found = within.querySelector<E>(selector)
  if (!found) throw new Error(`No ${selector} on this page`)
  return found
}
