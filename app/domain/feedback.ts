/** What somebody finds about a page: a fault in it, that it is hard to read, a wrong translation, something else. */
export const feedbackKinds = ['wrong', 'unclear', 'translation', 'other'] as const
