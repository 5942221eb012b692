import { covers, type Place } from '#app/domain/place.ts'
import { isClosed, type Status } from '#app/domain/status.ts'
import { countyOf, type Folder } from './folder.ts'

type Placed = { readonly status: Status; readonly county: string | null }
type Of<One> = { readonly folder: Folder; readonly applications: readonly One[] }
/** Whose place it is, and whether they practise. */
type Seer = { readonly place: Place; readonly practice: boolean }

/** Practice and real folders do not exist for each other. */
const isSameWorld = (folder: Folder, { practice }: Seer) => (folder.practice === true) === practice

const isWithin = ({ place }: Seer, county: string | undefined) => county === undefined || covers(place, county)

/**
 * The applications of a folder that staff of a place may see: what was handed in there, and drafts that say they will be, or do not say
 * where yet.
 */
export function seenIn<One extends Placed>({ folder, applications }: Of<One>, seer: Seer): readonly One[] {
  if (!isSameWorld(folder, seer)) return []
  return applications.filter(({ county }) => isWithin(seer, county ?? countyOf(folder)))
}

/**
 * Which folders a clerk may open: those with something open in the clerk's place, or without a county yet. Whoever moved has things in
 * several, and is helped in each; where nothing is open any more, wherever something was.
 */
export function isOpenedBy({ folder, applications }: Of<Placed>, seer: Seer): boolean {
  const open = applications.filter(({ status }) => !isClosed(status))
  const counties = (open.length > 0 ? open : applications).map(({ county }) => county ?? countyOf(folder))
  return isSameWorld(folder, seer) && (counties.length === 0 || counties.some((county) => isWithin(seer, county)))
}
