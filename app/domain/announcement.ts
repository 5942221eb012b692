import type { Day } from './day.ts'
import type { InEvery } from './language.ts'
import { covers, type Place } from './place.ts'

/** Who reads an announcement. */
export const announcementAudiences = ['residents', 'staff', 'everybody'] as const
/** One of these. */
export type Audience = (typeof announcementAudiences)[number]

/** Is this who an announcement can be for? What a damaged row holds need not be. */
export const isAudience = (audience: string): audience is Audience => announcementAudiences.some((one) => one === audience)

/** What a hall or the province tells, from one day until another; `text` has null where it is said in Chinese only. */
export type Announcement = {
  readonly id: string
  readonly place: Place
  readonly audience: Audience
  readonly from: Day
  readonly until: Day
  readonly text: InEvery<string | null>
  /** Was it taken down before its day? */
  readonly ended: boolean
}

/** Is it shown on a day? */
export const isShownOn = ({ from, until, ended }: Announcement, day: Day): boolean => !ended && from <= day && day <= until

/** Is it of a place: its own, or one above it? */
export const isOfPlace = ({ place }: Announcement, of: Place): boolean => place === of || covers(place, of)
