import { expect, test } from 'vitest'
import { groupsOf } from './submitted.server.ts'

const row = (person: string | undefined, text: string) => ({
  target: 'person/1/name',
  ...(person === undefined ? {} : { person }),
  ...{ title: { zh: `是谁${text}`, bo: `སུ་ཡིན་པ${text}` }, label: { zh: '姓名', bo: 'མིང' }, value: { zh: '测', bo: '测' } },
})
const titleOf = (person: string | undefined, text: string) => groupsOf([row(person, text)], [])[0]?.title

test("whom lines are about is named in the reader's language where it was the site's own word, and as typed else", () => {
  expect(titleOf('ང་རང', ' ང་རང')).toEqual({ zh: '是谁 我自己', bo: 'སུ་ཡིན་པ ང་རང' })
  expect(titleOf('儿子 2', ' 儿子 2')).toEqual({ zh: '是谁 儿子 2', bo: 'སུ་ཡིན་པ བུ 2' })
  expect(titleOf('扎西·测试', ' 扎西·测试')).toEqual({ zh: '是谁 扎西·测试', bo: 'སུ་ཡིན་པ 扎西·测试' })
})

test('of lines that do not say whom they are about the title stays as it is', () => {
  expect(titleOf(undefined, ' ང་རང')).toEqual({ zh: '是谁 ང་རང', bo: 'སུ་ཡིན་པ ང་རང' })
})
