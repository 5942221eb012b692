import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { topicIds } from '#app/services/define.ts'
import { explanations } from '#app/services/explanations.ts'
import { services } from '#app/services/index.ts'
import { drawings } from './drawings.ts'
import { Pictogram } from './pictogram.tsx'

const pictured = [...topicIds, ...services.map(({ id }) => id), ...explanations.map(({ id }) => id), 'before-settling']

test('every topic, service and explanation has a pictogram, and each its own', () => {
  expect(Object.keys(drawings).sort()).toEqual([...pictured].sort())
  expect(new Set(Object.values(drawings)).size).toBe(pictured.length)
})

test.each(pictured)('%s is a few lines in the colour of the text, hidden from screen readers', (of) => {
  const svg = renderToStaticMarkup(<Pictogram of={of} />)
  expect(svg).toContain('aria-hidden="true"')
  expect(svg.replace(/ d="[^"]*"/, '')).toBe('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path></path></svg>')
  expect(svg.length).toBeLessThan(400)
})

test('what has none is shown without', () => expect(renderToStaticMarkup(<Pictogram of="toString" />)).toBe(''))
