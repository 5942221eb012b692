import { type Mode, parallelMode, sourceLanguage } from '#app/domain/language.ts'

/** How wide a desk and a phone are, in px. */
const [desk, phone] = [1280, 360]

/**
 * How wide pages of the desk are looked at in a mode: in parallel, where the letters of both languages stand and most has to fit, on a desk and
 * on a phone; in one language, where it is mostly read.
 */
export const deskWidths = (mode: Mode): readonly number[] =>
  mode === parallelMode ? [desk, phone] : [mode === sourceLanguage ? desk : phone]
