/** The choice of a form that reassigns cases: they are given to nobody, but put back. Any other is the id of a staff member. */
export const putBack = 'nobody'
