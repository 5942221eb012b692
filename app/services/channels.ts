/** National services on the net; names stand in `locales/…/hotlines.json`. @source fact base, appendix 2 */
export const channels = ['government', 'hrss', 'social-insurance', 'medical', 'housing-fund', 'wages'] as const

/** The id of a national service on the net. */
export type ChannelId = (typeof channels)[number]
