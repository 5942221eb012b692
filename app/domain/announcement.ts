/** Who reads an announcement. */
export const announcementAudiences = ['residents', 'staff', 'everybody'] as const
/** One of these. */
export type Audience = (typeof announcementAudiences)[number]
