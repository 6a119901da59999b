import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCanonical, writeCanonical } from '#shared/records/canonical.ts'
import { readFact, writeFact, type Fact } from '#shared/records/fact.ts'
import { limits } from '#shared/protocol/limits.ts'
import { brief, idOf, people, workspace } from './ledger-world.ts'

/** Values that have a canonical form, nested less deep than the limit. */
const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 5 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().filter((n) => !Object.is(n, -0)),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ unit: 'grapheme' }).filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value

test('a value has one text: it is read back as the same value, whatever the order of its keys', () => {
  fc.assert(
    fc.property(plain, (value) => {
      const text = writeCanonical(value)
      if (text === null) throw new Error('no form')
      expect(readCanonical(text)).toEqual(value)
      expect(writeCanonical(turnedRound(value))).toBe(text)
    }),
  )
})

test('a text that says the same in other words is not read', () => {
  fc.assert(
    fc.property(plain, fc.nat(), (value, at) => {
      const text = writeCanonical(value) ?? ''
      const spaced = ` ${text}`
      const cut = at % (text.length + 1)
      expect(readCanonical(spaced)).toBeUndefined()
      const grown = `${text.slice(0, cut)} ${text.slice(cut)}`
      // Inside a string a space is a letter: then it is another value.
      const read = readCanonical(grown)
      if (read !== undefined) expect(read).not.toEqual(value)
    }),
  )
  for (const other of [
    '{"b":1,"a":2}',
    '{"a":1,"a":1}',
    '1.0',
    '1e2',
    '-0',
    '0.5',
    '9007199254740993',
    '"\\u0041"',
    '"\\/"',
    '"\\ud800"',
    '{"__proto__":1}',
    '[1,]',
    '',
  ])
    expect(readCanonical(other), other).toBeUndefined()
})

test('half a character, a fraction and what is nested too deep have no form', () => {
  for (const value of [
    '\ud83d',
    { '\udc00': 1 },
    0.5,
    -0,
    Number.NaN,
    undefined,
    () => 1,
    new Map(),
  ])
    expect(writeCanonical(value)).toBeNull()
  expect(writeCanonical({ a: undefined })).toBeNull()
  const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)])
  expect(writeCanonical(nested(limits.recordDepth))).not.toBeNull()
  expect(writeCanonical(nested(limits.recordDepth + 1))).toBeNull()
})

const fact: Fact = {
  v: 1,
  workspace,
  scope: people,
  kind: 'member',
  subject: idOf('m'),
  contentHash: null,
  outcome: 'removed',
  reason: '离职',
  body: {},
  member: idOf('m') as Fact['member'],
  device: idOf('d') as Fact['device'],
  at: 1_750_000_000_000,
  n: 2,
  prev: idOf('p'),
}

test('a record has exactly its keys, each within its limits', () => {
  const text = writeFact(fact) ?? ''
  expect(readFact(text)).toEqual(fact)
  expect(readFact(text.replace('"v":1', '"v":2'))).toBeNull()
  for (const key of Object.keys(fact)) {
    const { [key as keyof Fact]: _, ...lacking } = fact
    expect(readFact(writeCanonical(lacking) ?? ''), key).toBeNull()
  }
  expect(readFact(writeCanonical({ ...fact, more: 1 }) ?? '')).toBeNull()
  const wrong: Partial<Record<keyof Fact, unknown>>[] = [
    { scope: 'brief' },
    { workspace: 'w' },
    { kind: 'Invite' },
    { subject: 'two words' },
    { contentHash: 'x' },
    { contentHash: `${'A'.repeat(42)}B` },
    { reason: 'x'.repeat(limits.reasonCharacters + 1) },
    { body: [] },
    { body: null },
    { at: -1 },
    { n: 0 },
    { n: 1 },
    { prev: null },
  ]
  for (const one of wrong)
    expect(readFact(writeCanonical({ ...fact, ...one }) ?? ''), JSON.stringify(one)).toBeNull()
  expect(writeFact({ ...fact, n: 1, prev: null, scope: brief })).not.toBeNull()
  expect(writeFact({ ...fact, reason: 'x'.repeat(limits.reasonCharacters) })).not.toBeNull()
})

test('a record of exactly the most bytes is one, a byte more is none', () => {
  const filled = (characters: number): string | null =>
    writeFact({ ...fact, reason: '', body: { text: 'x'.repeat(characters) } })
  const room = limits.recordBytes - (filled(0)?.length ?? 0)
  expect(filled(room)).toHaveLength(limits.recordBytes)
  expect(filled(room + 1)).toBeNull()
  // Bytes, not letters.
  expect(writeFact({ ...fact, reason: '', body: { text: '字'.repeat(room / 2) } })).toBeNull()
})

function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, turnedRound(one)]),
  )
}
