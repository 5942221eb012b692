/** How soon a legal limit ends that ends soon, in days. */
export const soonDays = 5
