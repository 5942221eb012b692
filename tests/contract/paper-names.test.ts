import { expect, test } from 'vitest'
import { paperTextKey } from '#app/cases/folder.ts'
import { tell } from '#app/features/self-check/result.ts'
import { sheetsOf, ticks } from '#app/features/self-check/sheet.ts'
import { text } from '#app/i18n/messages.ts'
import { nameIn, paperHelp, paperName } from '#app/i18n/stored-names.ts'
import type { Service } from '#app/services/define.ts'
import { services } from '#app/services/index.ts'
import { checkOf, workedCases } from '#tests/support/worked-cases.ts'

// A paper has a short name, by which lists, buttons and letters call it; what is to be known of it besides stands on its page.

const isShort = (name: string) => name.length <= 16 && !/[，。：；]/.test(name)

const asked = services.flatMap(({ id, form, documents }: Service) =>
  form ? documents.map((one) => paperTextKey(one.paper ?? `${id}.${one.id}`)) : [],
)

test.each([...new Set(asked)])('%s has a short name', (textKey) => expect(nameIn('zh', paperName(textKey))).toSatisfy(isShort))

test('one that is a sentence is found', () => {
  for (const name of ['住处的材料，比如租房合同', '写清收入和财产和同意去查这些东西的那张纸']) expect(name).not.toSatisfy(isShort)
})

test('where the name is shortened, the whole text stays as help', () => {
  expect(nameIn('zh', paperHelp('services/residence-permit:documents.one-proof') ?? expect.fail())).toMatch(/营业执照/)
  expect(paperHelp('forms:papers.id-card')).toBeNull()
})

test.each(workedCases)('on the sheets of $case every paper is named in a few words, once', ({ request }) => {
  const check = checkOf(request)
  const sheets = sheetsOf(check, tell(check, undefined, request.asOf), request.asOf, ticks)
  for (const { papers } of sheets) {
    const names = papers.map((key) => text('zh', key))
    for (const name of names) expect(name).toSatisfy(isShort)
    expect(new Set(names).size).toBe(names.length)
  }
})
