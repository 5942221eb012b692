// Residents' pages send no framework script; the staff console will hydrate from here.
export {}
