import { describe, expect, test } from 'vitest'
import { linesOf, runsOf, segmentsOf } from './lines.ts'

const widthOf = (text: string) => [...text].length

test('a text is shaped by font: Tibetan in one run, each part of Chinese in another, a space with what stands before it', () => {
  const fontOf = (letter: string) => (/\d/.test(letter) ? 'latin' : letter === '😀' ? undefined : 'zh-1')
  expect(runsOf('爸爸 སྒོ་ཐེམ། 12333😀', fontOf)).toEqual([
    { font: 'zh-1', text: '爸爸 ' },
    { font: 'bo', text: 'སྒོ་ཐེམ། ' },
    { font: 'latin', text: '12333' },
    { font: undefined, text: '😀' },
  ])
})

describe('a line ends', () => {
  test.each([
    [
      'between Chinese characters, not before a stop nor after an opening mark',
      '去派出所。（原件）',
      ['去', '派', '出', '所。', '（原', '件）'],
    ],
    ['after a syllable in Tibetan', 'སྒོ་ཐེམ་མེད།', ['སྒོ་', 'ཐེམ་', 'མེད།']],
    ['not within a number or a word', '打 12333 问', ['打 ', '12333 ', '问']],
  ])('%s', (_name, text, segments) => expect(segmentsOf(text)).toEqual(segments))

  test('where the next part would be too wide; a part wider than the line stands alone', () => {
    expect(linesOf(['去', '派', '出', '所。'], 3, widthOf)).toEqual(['去派出', '所。'])
    expect(linesOf(['12333 ', '问'], 3, widthOf)).toEqual(['12333', '问'])
  })
})
