import { type InEvery, languages } from '#app/domain/language.ts'
import { vocabulary } from './vocabulary.ts'

/** An age in years: `7岁`, `七十三岁`; `ལོ་7`. Tibetan numbers in words stand among the words that mean the same. */
const ages: InEvery<RegExp> = {
  zh: /(?<digits>\d{1,3}|[一二两三四五六七八九十]{1,3}) ?周?岁/gu,
  bo: /(?<=ལོ་?)(?<digits>\d{1,3})/gu,
}

/** What is meant by the ages in a question, in words of the texts. */
export function agesMean(question: string): string {
  return languages
    .flatMap((language) =>
      [...question.matchAll(ages[language])].map(({ groups: { digits = '' } = {} }) => {
        const years = numberOf(digits)
        return vocabulary[language].ages.find(({ until }) => years <= until)?.means
      }),
    )
    .join(' ')
}

/** A number in digits, or below a hundred in Chinese: 七, 十二, 六十, 七十三. */
function numberOf(written: string): number {
  if (/\d/.test(written)) return Number(written)
  const [tens, ones = ''] = written.includes('十') ? written.split('十') : ['零', written]
  return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0)
}

const digit = (han: string) => '零一二三四五六七八九'.indexOf(han.replace('两', '二'))
