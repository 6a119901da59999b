import { afterAll, beforeAll, expect, test } from 'vitest'
import { runRelay, type RunningRelay } from '../relay/running-relay.ts'

let running: RunningRelay
beforeAll(async () => {
  running = await runRelay()
})
afterAll(() => running.stop())

test('a page may do nothing but what the app needs of its own address', async () => {
  const { headers } = await fetch(`${running.address}/healthz`)
  const host = new URL(running.address).host
  const policy = headers.get('content-security-policy')?.split('; ').sort()
  expect(policy).toEqual([
    "base-uri 'none'",
    `connect-src 'self' ws://${host} wss://${host}`,
    "default-src 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "img-src 'self' blob:",
    "manifest-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "worker-src 'self'",
  ])
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})
