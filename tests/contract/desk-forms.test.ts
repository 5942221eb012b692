import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Source = { readonly file: string; readonly source: string }

const sources: Source[] = ['desk', 'administration', 'counter'].flatMap((feature) =>
  readdirSync(`app/features/${feature}`)
    .filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'))
    .map((name) => ({ file: `${feature}/${name}`, source: readFileSync(`app/features/${feature}/${name}`, 'utf8') })),
)

/** Forms in which nobody types for the desk: the way onto a resident's screen, that screen, and the button that ends a session. */
const exempt = ['counter/pairing-pages.tsx', 'counter/shared-session-page.tsx', 'counter/assisted-session-banner.tsx']

/** A form of the desk that does not say who wrote it: what somebody typed could be saved in the name of who signed in since. */
const faults = ({ file, source }: Source) => (!exempt.includes(file) && /<form\b[^>]*method="post"/.test(source) ? [file] : [])

test('every form of the desk that is posted says who wrote it', () => expect(sources.flatMap(faults)).toEqual([]))

test('a form that does not is found', () => {
  const file = 'desk/new-page.tsx'
  expect(faults({ file, source: '<form id="note" method="post" action={at}>' })).toEqual([file])
  expect(faults({ file, source: '<DeskForm id="note" action={at}><form method="get">' })).toEqual([])
})
