/** Fields in which typing is left alone. */
const textFields = 'input:not([type="radio"]):not([type="checkbox"]):not([type="file"]), textarea'

/**
 * A hand scanner types a code and Enter wherever the focus is, as slowly as its computer is: its Enter must not press what
 * is focused. So a character typed outside a text field goes to the code field, with all that follow; on a page
 * without one, or with shortcuts turned off, the focus is removed. No clock tells the scanner from a person.
 * @param mayMove whether the focus may move to the field
 */
export function keepScansSafe(mayMove: () => boolean): void {
  document.addEventListener('keydown', ({ target, key, altKey, ctrlKey, metaKey }) => {
    const isCharacter = key.length === 1 && key !== ' ' && !altKey && !ctrlKey && !metaKey
    if (!isCharacter || document.querySelector('dialog[open]') || (target as Element).closest(textFields)) return
    const field = mayMove() ? document.querySelector<HTMLInputElement>('[data-scanned]') : null
    if (field) {
      field.focus()
      // The first character replaces the value.
      field.select()
    } else if (document.activeElement instanceof HTMLElement && !document.activeElement.matches('[data-item]'))
      document.activeElement.blur()
  })
}
