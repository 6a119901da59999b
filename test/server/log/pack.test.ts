import { expect, test } from 'vitest'
import { createRandom } from '#shared/lib/random.ts'
import { packRows, unpackBodies, unpackHeads, type PackedRow } from '#server/log/pack.ts'

test('a pack gives back every row as it was, heads and bodies apart', async () => {
  const random = createRandom(11)
  const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => random.int(256))
  const rows: PackedRow[] = Array.from({ length: 1_000 }, (_, index) => ({
    seq: index + 1,
    device: random.int(2 ** 31),
    n: random.int(3) === 0 ? null : random.int(2 ** 31),
    at: 1_700_000_000_000 + random.int(2 ** 31),
    note: bytes(random.int(200)),
    bytes: bytes(random.int(100)),
    recoveredBy: random.int(3) === 0 ? random.int(5) : null,
  }))
  const { heads, bodies } = await packRows(rows)
  expect(await unpackHeads(heads)).toEqual(rows.map(({ bytes: _bytes, ...head }) => head))
  expect(await unpackBodies(bodies)).toEqual(rows.map((row) => row.bytes))
})

test('a pack of a format to come is not misread', async () => {
  const { heads } = await packRows([])
  await expect(unpackHeads(heads.with(0, 2))).rejects.toThrow('does not know')
})
