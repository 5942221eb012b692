import { expect, test } from 'vitest'
import { languages } from '#app/domain/language.ts'
import { hallFields } from '#app/forms/hall-form.ts'
import { hallLines, linesToGoBy } from './hall-text.ts'

const details = {
  ...{ 'address-zh': '测试路 0 号', 'address-bo': 'ཚོད་ལྟའི་ལམ། 0', 'way-zh': '在测试桥边', 'way-bo': 'ཚོད་ལྟའི་ཟམ་པའི་འགྲམ།' },
  ...{ coordinates: '36.0001,101.0001', phone: '0971-8000000', morning: '9:00–12:00', afternoon: '14:30–17:30', closed: ['6', '7'] },
  ...{ 'note-zh': '先取号', 'note-bo': 'ཨང་རྟགས་ལེན།', appointment: 'needed', speaks: [...languages], 'step-free': 'yes' },
  ...{ departments: ['police-station'], services: ['settle-household'] },
  // By what letters are written is told in letters.
  ...{ mandated: ['police-station'], 'mandate-number': '测授〔2026〕1号' },
}

test('what a hall says of itself stands on paper too, but for what fills a page or opens a map', () => {
  const said = hallLines(details).map(({ zh }) => zh)
  expect(said).toHaveLength(10)
  for (const part of ['测试路 0 号', '在测试桥边', '0971-8000000', '9:00–12:00', '星期六', '先取号', '派出所'])
    expect([part, said.some((line) => line.includes(part))]).toEqual([part, true])
  expect(hallLines(details).every(({ zh, bo }) => zh !== bo || zh.includes('0971'))).toBe(true)
  // Every field of the form is here: a new one has to be told, or left out on purpose.
  expect(new Set(hallFields.map(({ id }) => id))).toEqual(new Set(Object.keys(details)))
})

test('where there is little room, what one cannot do without: a day on which nobody is there is among it', () => {
  expect(hallLines(details, true).map(({ zh }) => zh.split('：')[0])).toEqual(['地址', '电话', '上班时间', '不上班', '要先预约'])
})

test('what was not entered is not there; where nobody said where it is, whom to ask', () => {
  expect(hallLines({})).toEqual([])
  expect(linesToGoBy({})).toHaveLength(1)
  expect(hallLines({ appointment: 'not-needed' })).toEqual([])
})
