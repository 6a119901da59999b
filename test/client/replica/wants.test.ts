/** What belongs on this device, counted in briefs. */
import { expect, test } from 'vitest'
import { createWants } from '#client/replica/wants.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'

const named = (kind: 'brief' | 'person', count: number): DocName[] =>
  Array.from({ length: count }, (_, at) => documentNamed(kind, `${kind}${at}`))

test('a room for three briefs holds three, however many colleagues have a profile', () => {
  const [briefs, people] = [named('brief', 5), named('person', 8)]
  const listed = [...briefs, ...people].map((name, at) => ({
    ...{ name, changedAt: at, isHere: true, summary: null },
  }))
  const wants = createWants(
    { list: () => listed, has: () => true, isHere: () => false },
    { isPinned: () => false, openedAt: () => null },
    { of: () => ({ waiting: 0, refused: 0 }) as never },
    () => false,
    () => ({ documents: 3, bytes: 1_000_000 }),
  )
  wants.choose(0)
  expect(briefs.filter((name) => wants.has(name))).toEqual(briefs.slice(2))
  expect(people.every((name) => wants.has(name))).toBe(true)
})
