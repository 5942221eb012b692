import { isReceivedThere, type Receivers } from '#app/domain/hall.ts'
import type { FormValues } from '#app/forms/form-values.ts'

/** The county whose hall the page of a step has shown; empty where it showed none. A page from before an upgrade does not send it. */
export const toldInput = 'county-told'

/** Is it still to be said that the county just chosen has no hall of its own? */
export const isToBeTold = (form: FormValues, receivers: Receivers | null): receivers is Receivers =>
  receivers !== null && !isReceivedThere(receivers) && form.has(toldInput) && form.get(toldInput) !== receivers.county
