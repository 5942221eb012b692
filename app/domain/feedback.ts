/** What somebody finds about a page: a fault in it, that it is hard to read, a wrong translation, something else. */
export const feedbackKinds = ['wrong', 'unclear', 'translation', 'other'] as const

/** What became of it: nobody has read it, somebody has, it was answered, or there is nothing to answer. */
export const feedbackStates = ['new', 'read', 'answered', 'closed'] as const
export type FeedbackState = (typeof feedbackStates)[number]
/** What still waits for somebody. */
export const openFeedback = ['new', 'read'] as const satisfies readonly FeedbackState[]
/** What was seen to. */
export const doneFeedback: readonly FeedbackState[] = feedbackStates.filter((state) => !openFeedback.some((open) => open === state))

/** Is this a state of feedback? */
export const isFeedbackState = (text: string): text is FeedbackState => feedbackStates.some((state) => state === text)
