/** Finds texts in the wrong language or too small for their script, lines set too tight, targets too small to touch; runs in the page. */
export function shortcomings(): string[] {
  const found: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (!holder || text === '' || !holder.checkVisibility() || holder.closest('.visually-hidden, option')) continue
    // The name of the site in the thin header of a flow is its sign, not a text to be read.
    const isSign = holder.closest('.flow .brand') !== null
    // Lines of a result are names in a list, no running text: the style guide's least of a text, and the line of a heading.
    const isLine = holder.closest('.lines, .lines-of > h2, .of-lines') !== null
    const style = getComputedStyle(holder)
    const [size, line] = [Number.parseFloat(style.fontSize), Number.parseFloat(style.lineHeight)]
    const [isTibetan, isChinese] = [/[\u0f00-\u0fff]/.test(text), /\p{Script=Han}/u.test(text)]
    const language = holder.closest('[lang]')?.getAttribute('lang')
    if (isTibetan && (isChinese || language !== 'bo')) found.push(`Tibetan as ${language}: ${text.slice(0, 30)}`)
    if (isChinese && language !== 'zh-CN') found.push(`Chinese as ${language}: ${text.slice(0, 30)}`)
    if (!isSign && size < (isTibetan && !isLine ? 19.9 : 17.9)) found.push(`${size} px: ${text.slice(0, 30)}`)
    if (!isSign && isTibetan && line / size < (isLine ? 1.64 : 1.69))
      found.push(`line of ${(line / size).toFixed(2)}: ${text.slice(0, 30)}`)
  }
  for (const target of document.querySelectorAll<HTMLElement>('a, button, select, summary, input:not([type=hidden])')) {
    const inSentence = target.matches('p a, li > a:not([class]), h2 a, cite a') && !target.closest('nav')
    const box = (target.closest('label') ?? target).getBoundingClientRect()
    if (inSentence || !target.checkVisibility() || target.matches('.visually-hidden, .skip')) continue
    if (box.height < 43.9) found.push(`${box.height} px high: ${target.outerHTML.slice(0, 80)}`)
  }
  return found
}
