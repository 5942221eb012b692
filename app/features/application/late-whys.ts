/** What of a paper came too late, since it was handed in or is not asked for any more: a photograph, or the deletion of one. */
export const lateWhys = ['late-photos', 'late-deletion'] as const
