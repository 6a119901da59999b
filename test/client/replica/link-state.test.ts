/** What the end of a socket means: every code of the closed list. */
import { expect, test } from 'vitest'
import { afterClose, retryWait } from '#client/replica/link-state.ts'
import { closeCodes, type CloseReason } from '#shared/protocol/close-codes.ts'

const expected: Record<CloseReason, ReturnType<typeof afterClose>['stop']> = {
  malformed: 'fault',
  'signed-out': 'signed-out',
  'no-access': 'no-access',
  'hello-late': null,
  'too-large': 'fault',
  version: 'too-old',
  'too-many-messages': null,
  slow: null,
  'too-many-sockets': null,
  'too-many-from-here': null,
  restoring: null,
  'shutting-down': null,
  'relay-fault': null,
  'session-over': null,
}

test.each(Object.entries(closeCodes))('after %s', (reason, code) => {
  expect(afterClose(code, false).stop).toBe(
    Object.entries(expected).find(([name]) => name === reason)?.[1],
  )
})

test('too many from here says so until the next try', () => {
  for (const reason of ['too-many-from-here', 'too-many-sockets'] as const)
    expect(afterClose(closeCodes[reason], true)).toEqual({
      stop: null,
      forgetSession: false,
      meanwhile: 'crowded',
    })
})

test('a refused session is tried once more with the key', () => {
  expect(afterClose(closeCodes['signed-out'], true)).toEqual({ stop: null, forgetSession: true })
})

test('a code nobody knows means later, unless it is final', () => {
  expect(afterClose(1006, true).stop).toBeNull()
  expect(afterClose(4499, true).stop).toBe('fault')
})

test('waits grow from one second to thirty and are spread evenly', () => {
  expect(retryWait(1, 0.999)).toBe(999)
  expect(retryWait(3, 0.5)).toBe(2_000)
  expect(retryWait(30, 0.5)).toBe(15_000)
  expect(retryWait(30, 0)).toBe(0)
})
