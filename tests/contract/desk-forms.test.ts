import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Source = { readonly file: string; readonly source: string }

/** Pages of residents: nobody of the staff is signed in there. Every other feature is of the desk. */
const residents = ['explain', 'self-check', 'application', 'feedback', 'api']
const features = readdirSync('app/features', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !residents.includes(entry.name))
  .map(({ name }) => name)
const sources: Source[] = features.flatMap((feature) =>
  readdirSync(`app/features/${feature}`)
    .filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'))
    .map((name) => ({ file: `${feature}/${name}`, source: readFileSync(`app/features/${feature}/${name}`, 'utf8') })),
)

/** Files with forms that need not say it, and how many. */
const exempt: Readonly<Record<string, number>> = {
  // Nobody types for the desk: the way onto a resident's screen, and that screen.
  ...{ 'counter/pairing-pages.tsx': 1, 'counter/shared-session-page.tsx': 1 },
  // Nobody is signed in: a name and a password are typed, or chosen by a link.
  ...{ 'account/sign-in-page.tsx': 1, 'account/invitation-page.tsx': 1 },
  // A resident chooses on a screen of their own.
  'recovery/new-pin-page.tsx': 1,
  // What was typed before, with who wrote it among its fields; and the button that signs out, which names whose form goes along.
  ...{ 'account/resumed-form.tsx': 1, 'account/unlock-page.tsx': 1 },
}

const plainForms = (source: string) => source.match(/<form\b[^>]*method="post"/g)?.length ?? 0

/** A form of the desk that does not say who wrote it: what somebody typed could be saved in the name of who signed in since. */
const faults = ({ file, source }: Source) => (plainForms(source) > (exempt[file] ?? 0) ? [file] : [])

test('every form of the desk that is posted says who wrote it', () => expect(sources.flatMap(faults)).toEqual([]))

test('a form that does not is found', () => {
  const file = 'desk/new-page.tsx'
  expect(faults({ file, source: '<form id="note" method="post" action={at}>' })).toEqual([file])
  // One more than may stand there.
  const more = 'account/unlock-page.tsx'
  const out = '<form method="post" action={paths.signOut(mode)}>'
  expect([faults({ file: more, source: out }), faults({ file: more, source: out + out })]).toEqual([[], [more]])
  expect(faults({ file, source: '<DeskForm id="note" action={at}><form method="get">' })).toEqual([])
})

test('what is exempt has so many', () =>
  expect(Object.fromEntries(sources.flatMap(({ file, source }) => (plainForms(source) > 0 ? [[file, plainForms(source)]] : [])))).toEqual(
    exempt,
  ))
