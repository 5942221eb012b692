import type { FormField } from '#app/domain/form.ts'
import { languages } from '#app/domain/language.ts'
import { hasWork } from './circumstances.ts'
import { asked } from './household.ts'

/** A part of a form that several services share. It is filled in once for the folder, or once for each person. */
export type Block = { readonly of: 'folder' | 'person'; readonly fields: readonly FormField[] }

/**
 * The shared blocks, in the order they are filled in; texts stand in `locales/…/forms.json`. What a block asks beside a name
 * may be left out: the window sees the originals.
 * @source papers of fact base, section B
 */
export const blocks = {
  person: {
    of: 'person',
    fields: [
      { id: 'name', kind: 'name' },
      { id: 'identity-number', kind: 'identity-number', optional: true },
      asked('birth-date', 'birth-date'),
    ],
  },
  contact: {
    of: 'folder',
    fields: [
      { id: 'phone', kind: 'phone', optional: true },
      { id: 'messages', kind: 'choice', options: ['sms', 'none'], optional: true, needsMobile: { option: 'sms', in: 'phone' } },
      { id: 'speaks', kind: 'choice', options: [...languages, 'other'], optional: true },
    ],
  },
  address: {
    of: 'folder',
    fields: [
      { id: 'county', kind: 'county' },
      { id: 'words', kind: 'text', most: 120, lines: 2 },
    ],
  },
  household: { of: 'folder', fields: [{ id: 'people', kind: 'people' }] },
  dwelling: {
    of: 'folder',
    fields: [asked('kind', 'dwelling'), { id: 'since', kind: 'day', optional: true }],
  },
  work: {
    of: 'person',
    fields: [
      asked('kind', 'work'),
      { id: 'employer', kind: 'text', most: 60, optional: true, when: hasWork },
      { id: 'since', kind: 'day', optional: true, when: hasWork },
    ],
  },
  school: {
    of: 'person',
    fields: [
      asked('stage', 'school-stage'),
      asked('register', 'school-register'),
      { id: 'school', kind: 'text', most: 60, optional: true },
    ],
  },
} as const satisfies Record<string, Block>

/** The id of a shared block. */
export type BlockId = keyof typeof blocks

/** Papers several services ask for: one of them serves all, of one person or of the whole folder. */
export const papers = {
  'id-card': 'person',
  'hukou-book': 'folder',
  'residence-permit': 'folder',
  'dwelling-proof': 'folder',
  'work-proof': 'person',
  'income-statement': 'folder',
  'bank-card': 'person',
  'social-card': 'person',
  'birth-certificate': 'person',
  'vaccination-record': 'person',
  'school-register': 'person',
  'disability-card': 'folder',
  'veteran-papers': 'folder',
} as const satisfies Record<string, Block['of']>

/** The id of a shared paper. */
export type PaperId = keyof typeof papers

/** What a shared paper proves: the block it lies beside at the desk. A paper of one service alone lies beside what only its form asks. */
export const proves: Readonly<Record<PaperId, BlockId>> = {
  'id-card': 'person',
  'hukou-book': 'household',
  'residence-permit': 'address',
  'dwelling-proof': 'dwelling',
  'work-proof': 'work',
  'income-statement': 'work',
  'bank-card': 'person',
  'social-card': 'person',
  'birth-certificate': 'person',
  'vaccination-record': 'person',
  'school-register': 'school',
  'disability-card': 'household',
  'veteran-papers': 'household',
}
