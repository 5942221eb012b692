import calendar from 'chinese-days'
import type { Day } from '#app/domain/day.ts'
import type { Limit } from '#app/services/define.ts'

/** The day a time limit ends that began on `from`: `working` days leave out weekends and the public holidays of the State Council, make-up workdays count. */
export function limitEnds(from: Day, { days, unit }: Pick<Limit, 'days' | 'unit'>): Day {
  let day = from
  for (let counted = 0; counted < days; ) {
    day = following(day)
    if (unit === 'calendar' || calendar.isWorkday(day)) counted += 1
  }
  return day
}

function following(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
