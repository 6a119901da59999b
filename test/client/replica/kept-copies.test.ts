/** Copies that differed are kept within bounds, the newest always. */
import { expect, test } from 'vitest'
import { parseKept, unseen, withCopy } from '#client/replica/kept-copies.ts'
import type { KeptCopy } from '#client/replica/store.ts'
import { docName } from './fake-device.ts'

const copy = (at: number, size: number, letter = 'a'): KeptCopy => ({
  doc: docName(letter),
  at,
  seq: 1,
  updates: [new Uint8Array(size)],
  seen: false,
})
const times = (kept: readonly KeptCopy[]): number[] => kept.map(({ at }) => at)

test('of more than twenty copies, or more than 16 MB, the oldest leave', () => {
  let kept: KeptCopy[] = []
  for (let at = 1; at <= 25; at += 1) kept = withCopy(kept, copy(at, 10))
  expect(times(kept)).toEqual(Array.from({ length: 20 }, (_, index) => index + 6))
  const megabyte = 1024 * 1024
  kept = withCopy(withCopy(undefined, copy(1, 10 * megabyte)), copy(2, 5 * megabyte))
  expect(times(kept)).toEqual([1, 2])
  expect(times(withCopy(kept, copy(3, 4 * megabyte)))).toEqual([2, 3])
  expect(times(withCopy(kept, copy(4, 40 * megabyte)))).toEqual([4])
})

test('a note nobody can read is no copy, and a document is named once', () => {
  expect(parseKept('gone')).toEqual([])
  expect(unseen([copy(1, 1), copy(2, 1), copy(3, 1, 'b')])).toEqual([docName('a'), docName('b')])
  expect(unseen([{ ...copy(1, 1), seen: true }])).toEqual([])
})
