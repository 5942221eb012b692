// A setting of this installation, read once at the start. It stands beside the forms, which are the lowest layer that asks.
let offered = true

/** Says whether there is a gateway that delivers short messages: where there is none, nothing is offered that never comes. */
export function setShortMessagesOffered(is: boolean): void {
  offered = is
}

/** Are short messages delivered here? */
export const areShortMessagesOffered = (): boolean => offered
