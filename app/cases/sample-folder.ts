import { addDays, type Day } from '#app/domain/day.ts'
import type { Around, SamplePerson, Value } from '#app/domain/fields/field.ts'
import { kindOf } from '#app/domain/fields/index.ts'
import type { FormField } from '#app/domain/form.ts'
import { type InEvery, languagesOf } from '#app/domain/language.ts'
import { pick, type Random } from '#app/domain/random.ts'
import type { DraftApplication } from '#app/forms/application-form.ts'
import { nextStep } from '#app/forms/application-progress.ts'
import { withSeen, withValue } from '#app/forms/application-step.ts'
import { valueIn } from '#app/forms/application-values.ts'
import type { Mode } from '#app/i18n/mode.ts'
import { serviceById } from '#app/services/index.ts'
import type { Folder } from './folder.ts'

/** Names nobody bears: each says that it is a test. */
const names: InEvery<readonly string[]> = {
  zh: ['扎西·测试', '卓玛·测试', '才让·测试', '马测试', '李测试', '拉毛·测试'],
  bo: ['བཀྲ་ཤིས་ཚོད་ལྟ', 'སྒྲོལ་མ་ཚོད་ལྟ', 'ཚེ་རིང་ཚོད་ལྟ', 'ལྷ་མོ་ཚོད་ལྟ'],
}
const text: InEvery<string> = { zh: '测试，编的', bo: 'ཚོད་ལྟ། བཟོས་པ།' }

/** A person who does not exist, about to apply for one service. `number` tells sample people apart. */
export type SampleApplication = {
  readonly service: string
  readonly county: string
  readonly mode: Mode
  readonly on: Day
  readonly number: number
}

/** A folder of a person who does not exist (region 990000), with everything filled in that the form of a service asks for. */
export function sampleFolder(
  { service, county, mode, on, number }: SampleApplication,
  random: Random,
): { folder: Folder; wanted: DraftApplication } {
  const [language] = languagesOf(mode)
  const born = bornOn(number, on)
  const wanted: DraftApplication = { number: 1, service, member: serviceById(service)?.unit === 'member' ? '1' : null }
  const member = { id: '1', name: pick(random, names[language]), answers: { 'birth-date': born } }
  const base: Folder = { answers: {}, members: [member], applicant: '1', values: {}, seen: [], filled: [], language: mode }
  const person: SamplePerson = { name: member.name, text: text[language], born, county, number }
  const around: Around = { asOf: on, counties: new Set([county]), people: ['1'] }
  const fill = (field: FormField): Value | undefined => kindOf(field).sample(random, field, person, around)
  return { folder: filledIn(base, wanted, on, fill), wanted }
}

/** More steps than any form has. */
const mostSteps = 50

/**
 * The folder with every step filled in; later fields may depend on earlier answers.
 * @throws if a step is not done with what fills it
 */
function filledIn(base: Folder, wanted: DraftApplication, on: Day, fill: (field: FormField) => Value | undefined): Folder {
  let folder = base
  for (let filled = 0; filled < mostSteps; filled++) {
    const step = nextStep(folder, [wanted], on)
    if (!step) return folder
    for (const field of step.fields)
      if (valueIn(folder, [wanted], step, field) === undefined) folder = withValue(folder, [wanted], step, field, fill(field))
    folder = withSeen(folder, step)
  }
  throw new Error(`The form of ${wanted.service} cannot be filled in`)
}

function bornOn(number: number, on: Day): Day {
  return addDays(on, -(20 * 365 + (number % 14_000)))
}
