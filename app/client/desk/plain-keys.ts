/** How long nothing may follow a key before it acts, in milliseconds: what a scanner types follows sooner. */
const beat = 60
/** After how long a silence typing is over that was none of the keys, in milliseconds. */
const silence = 3000

/**
 * Keys that act pressed alone, and never for a hand scanner. What it types begins with what is no key here (the h of an address, a digit, a
 * capital letter of a code, a slash), and whatever follows belongs to it until Enter, however slowly it comes; a code of somebody else's that
 * begins with one of the keys is told by what follows at once.
 * @param names what each key does, by its character
 * @param isOn whether they act now, where this was typed
 */
export function listenForKeys(names: ReadonlyMap<string, string>, isOn: (target: Element) => boolean, act: (name: string) => void): void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let typing: ReturnType<typeof setTimeout> | undefined
  const forget = () => {
    clearTimeout(waiting)
    waiting = undefined
  }
  document.addEventListener('keydown', (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event
    if (altKey || ctrlKey || metaKey || key === ' ' || !isOn(target as Element)) return
    if (key === 'Enter' || key === 'Escape') {
      forget()
      clearTimeout(typing)
      typing = undefined
    }
    if (key.length !== 1) return
    const name = names.get(characterOf(event))
    if (name === undefined || waiting !== undefined || typing !== undefined) {
      forget()
      clearTimeout(typing)
      typing = setTimeout(() => {
        typing = undefined
      }, silence)
      return
    }
    if (event.repeat) return
    event.preventDefault()
    waiting = setTimeout(() => {
      waiting = undefined
      act(name)
    }, beat)
  })
}

/** The character of a key: in other scripts by its place on the keyboard. With the shift key or the capitals lock a letter is none of ours. */
function characterOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (key === '?') return key
  if (shiftKey) return ''
  return key > '\u007f' ? (/^Key([A-Z])$/.exec(code)?.[1] ?? '').toLowerCase() : key
}
