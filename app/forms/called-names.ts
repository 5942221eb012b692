import { ageOn, bornBetween, type Day, isBirthDate } from '#app/domain/day.ts'
import type { Peopled, Person } from './members.ts'
import { agedName, keyName, relativeIn } from './relatives.ts'

/**
 * The household as pages call its people: of several with one relative's word each is told from the others by age, where that does, else by
 * number. What is stored keeps the names it has.
 */
export function called<P extends Peopled>(of: P, asOf: Day): P {
  return { ...of, members: of.members.map((person) => ({ ...person, name: calledAmong(of.members, person, asOf) })) }
}

function calledAmong(members: readonly Person[], { id, name, answers }: Person, asOf: Day): string {
  const relative = relativeIn(name)
  if (!relative) return name
  const others = members.filter((one) => one.id !== id && relativeIn(one.name) === relative)
  if (others.length === 0) return keyName(relative)
  const age = ageOf({ answers }, asOf)
  const isTheirs = others.some((one) => ageOf(one, asOf) === age)
  if (age !== undefined && !isTheirs) return agedName(relative, age)
  return name === keyName(relative) ? `${name} 1` : name
}

/** How many years somebody is old; undefined where that is not known for certain. */
function ageOf({ answers }: Pick<Person, 'answers'>, asOf: Day): number | undefined {
  const born = answers['birth-date']
  if (typeof born !== 'string' || !isBirthDate(born)) return undefined
  const [most, least] = bornBetween(born).map((day) => ageOn(day, asOf))
  return most === least ? most : undefined
}
