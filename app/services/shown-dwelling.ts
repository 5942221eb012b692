import { allOf, isUnanswered, notOf } from '#app/domain/vocabulary.ts'
import { isOneOf } from './household.ts'

/** Lives where a contract, the office that lets it or an employer shows it, as answered: never unknown. */
export const showsDwelling = allOf(
  notOf(isUnanswered('dwelling')),
  isOneOf('dwelling', ['own', 'rent-contract', 'public-rental', 'affordable-rental', 'dorm']),
)
