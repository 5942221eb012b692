/** Why two applications for one service may be of the same person. */
export const duplicateGrounds = ['identity-number', 'same-member', 'same-details'] as const
/** The same of two applications. */
export type DuplicateGround = (typeof duplicateGrounds)[number]
