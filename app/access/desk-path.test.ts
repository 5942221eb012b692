import { expect, test } from 'vitest'
import { deskPath } from './desk-path.ts'

test.each([
  ['/zh/desk', '/zh/desk'],
  ['/zh/desk/cases?state=submitted', '/zh/desk/cases?state=submitted'],
  ['/bo/desk/staff/1', '/zh/desk/staff/1'],
])('%s leads to %s', (to, at) => expect(deskPath('zh', to)).toBe(at))

test.each([
  null,
  '',
  'https://evil.example/zh/desk',
  '//evil.example/zh/desk',
  '/\\evil.example',
  '/zh/desk/../../evil',
  '/zh/desk/%2e%2e/apply',
  '/zh/desk/%2f%2fevil.example',
  '/zh/deskx',
  '/zh/apply',
  '/api/v1/check',
  '/zh/desk/sign-in?to=/zh/desk',
  '/zh/desk/SIGN-OUT',
  '/zh/desk/unlock/',
  '/zh/desk/invitation/token',
  'javascript:alert(1)',
])('%s leads nowhere', (to) => expect(deskPath('zh', to)).toBeUndefined())
