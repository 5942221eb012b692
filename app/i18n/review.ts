/** Review state of a Tibetan text: the fingerprint of the Chinese it renders, and whether a person has read it. */
export type Review = { of: string; state: 'unreviewed' | 'reviewed' }

const files = import.meta.glob<Record<string, Review>>('/locales/review/**/*.json', { eager: true, import: 'default' })

/** Has a person read every Tibetan text of a namespace? */
export function isReviewed(namespace: string): boolean {
  const reviews = files[`/locales/review/${namespace}.json`]
  return reviews !== undefined && Object.values(reviews).every((review) => review.state === 'reviewed')
}
