/** Who else may live in a household, offered by a tap instead of a name. Texts stand in `locales/…/check.json` under `members.relatives`. */
export const relatives = ['father', 'mother', 'grandfather', 'grandmother', 'son', 'daughter'] as const
