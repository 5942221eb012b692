import { expect, test } from 'vitest'
import { folderPath } from './folder-path.ts'

test.each([
  ['/zh/apply', '/zh/apply'],
  ['/bo/apply/step/person/1?then=answers', '/zh/apply/step/person/1?then=answers'],
  ['/zh/applications/2/correct', '/zh/applications/2/correct'],
  ['/zh//apply///step/person/1?then=a//b', '/zh/apply/step/person/1?then=a//b'],
])('%s leads to %s', (to, at) => expect(folderPath('zh', to)).toBe(at))

test.each([
  null,
  '//evil.example/zh/apply',
  'https://evil.example/zh/apply',
  '/zh/apply/../desk',
  '/zh/apply/%2e%2e/desk',
  '/zh/applyx',
  '/zh/desk',
  '/zh/applications/open',
  '/zh/applications/CLOSE',
  '/zh/applications/delete?x',
  '/zh/applications//delete',
  '/zh//applications/delete//',
])('%s leads nowhere', (to) => expect(folderPath('zh', to)).toBeUndefined())
