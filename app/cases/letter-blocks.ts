import type { LetterLabel } from '#app/domain/decision-document.ts'
import type { InEvery } from '#app/domain/language.ts'
import { isSameInEvery } from '#app/domain/language.ts'
import type { PdfBlock, PdfDocument, Said, Style } from '#app/drawing/pdf-blocks.ts'
import { formatDay, joinList } from '#app/i18n/format.ts'
import { text } from '#app/i18n/messages.ts'
import { type Language, languagesOf, parallelMode } from '#app/i18n/mode.ts'
import { phraseText } from '#app/i18n/stored-names.ts'
import { groupsOf, type Letter, labelOf } from './letter.ts'
import { bothOf } from './stored-texts.ts'

/** A letter as a PDF: what its page says, in both languages, that of its reader first. `at`: when it was decided. */
export function letterPdf(letter: Letter, at: string): PdfDocument {
  const { document, name, number, code, submitted, decided, reason, reopened, writtenLater, checkedAt } = letter
  const { register, hall, ground, remedies, mandate, unreviewed } = document
  const [first] = languagesOf(letter.language)
  const order = [...languagesOf(parallelMode)].sort((one, other) => Number(other === first) - Number(one === first))
  const each = (of: (language: Language) => string): Said[] => order.map((language) => ({ language, text: of(language) }))
  const said = (one: InEvery<string>): Said[] => (isSameInEvery(one) ? [plain(one[first])] : each((language) => one[language]))
  const label = (of: LetterLabel) => each((language) => labelOf(document, of, language))
  const key = (of: string, values?: (language: Language) => Readonly<Record<string, string>>) =>
    each((language) => text(language, of, values?.(language)))
  const day = (of: string) => each((language) => formatDay(language, of))
  const block = (style: Style, of: readonly Said[]): PdfBlock => ({ kind: 'text', style, said: of })
  const fact = (of: LetterLabel, is: readonly Said[]): PdfBlock => ({ kind: 'fact', label: label(of), said: is })
  const sources = (all: readonly InEvery<string>[]) => all.map((one) => block('quiet', said(one)))
  const grounds = (all: readonly { readonly says: InEvery<string>; readonly sources: readonly InEvery<string>[] }[]) =>
    all.flatMap((one) => [block('item', said(one.says)), ...sources(one.sources)])
  const blocks: PdfBlock[] = [
    block('title', label('title')),
    ...(mandate ? [block('text', said(mandate))] : []),
    ...(register ? [fact('register', [plain(register.number)])] : []),
    fact('to', [plain(name)]),
    fact('about', said(document.service)),
    fact('number', [plain(`${code}/${number}`)]),
    ...[fact('submitted', day(submitted)), fact('decided', day(decided))],
    ...(hall ? [fact('hall', [...said(hall.name), ...said(hall.place), ...(hall.lines ?? []).flatMap(said)])] : []),
    ...(document.departments.length > 0
      ? [
          fact(
            'departments',
            each((language) =>
              joinList(
                language,
                document.departments.map((one) => one[language]),
              ),
            ),
          ),
        ]
      : []),
    block('heading', said(document.outcome)),
    ...(ground ? [block('quiet', label('ground')), ...grounds([ground])] : []),
    ...(reason ? [block('strong', label('reason'))] : []),
    ...reasonBlocks(letter, said),
    ...(document.facts ?? []).map((one): PdfBlock => ({ kind: 'fact', label: said(one.label), said: said(one.value) })),
    block('text', said(document.next)),
    ...(remedies ? [block('heading', said(remedies.title)), ...grounds(remedies.of), block('text', said(remedies.ask))] : []),
    block('heading', label('conditions')),
    ...document.conditions.flatMap(({ says, sources: of, truth, by }) => [
      block('item', said(says)),
      block(
        'quiet',
        each((language) => `${labelOf(document, `by-${by}`, language)} ${labelOf(document, truth, language)}`),
      ),
      ...sources(of),
    ]),
    ...(reopened === null
      ? []
      : [
          block(
            'strong',
            key('desk:letter.reopened', (language) => ({ day: formatDay(language, reopened) })),
          ),
        ]),
    ...(writtenLater === null
      ? []
      : [
          block(
            'quiet',
            key('desk:letter.written-later', (language) => ({ day: formatDay(language, writtenLater) })),
          ),
        ]),
    ...(unreviewed ? [block('quiet', said(unreviewed))] : []),
    {
      ...{ kind: 'end', stamp: label('stamp'), code: checkedAt },
      said: register ? [...label('checksum'), plain(groupsOf(register.checksum)), ...(checkedAt === null ? [] : label('verify'))] : [],
    },
  ]
  return {
    title: [labelOf(document, 'title', first), ...(register ? [register.number] : [])].join(' '),
    ...{ language: first, at, blocks, foot: register?.number ?? `${code}/${number}` },
    lacking: key('letters:lacking'),
  }
}

const plain = (of: string): Said => ({ language: null, text: of })

/** The reason: a standard sentence in each language, and what staff wrote, as they wrote it. */
function reasonBlocks({ reason }: Letter, said: (one: InEvery<string>) => Said[]): PdfBlock[] {
  if (!reason) return []
  const { text: written, language, phrase } = reason
  const standard = reason.said ?? (phrase === undefined ? undefined : bothOf(phraseText(phrase)))
  const texts = [...(standard ? said(standard) : []), ...(written === '' ? [] : [{ language, text: written }])]
  return texts.map((one) => ({ kind: 'text', style: 'text', said: [one] }))
}
