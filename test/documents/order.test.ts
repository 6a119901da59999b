import { expect, test } from 'vitest'
import { inOrder, isOrderKey, keysAtEnd, keysToMove, type Placed } from '#shared/documents/order.ts'
import { createRandom } from '#shared/lib/random.ts'

const row = (id: string, order: string | null): Placed => ({ id, order })
const moved = (rows: readonly Placed[], id: string, before: string | null): string => {
  const keys = keysToMove(inOrder(rows), id, before)
  return inOrder(rows.map((one) => row(one.id, keys.get(one.id) ?? one.order)))
    .map((one) => one.id)
    .join('')
}

test('equal keys stand in the order of their ids, rows without a usable key last', () => {
  expect(
    inOrder([row('c', null), row('b', 'a1'), row('a', 'a1'), row('d', 'a0')])
      .map((one) => one.id)
      .join(''),
  ).toBe('dabc')
})

test('a row can be placed between two that have the same key', () => {
  expect(moved([row('a', 'a0'), row('b', 'a0'), row('c', 'a0'), row('d', 'a0')], 'd', 'b')).toBe(
    'adbc',
  )
  expect(moved([row('a', 'a0'), row('b', 'a0'), row('c', 'a1')], 'c', 'b')).toBe('acb')
})

test('a row can be placed among rows without a key', () => {
  expect(moved([row('a', 'a0'), row('b', null), row('c', null)], 'a', 'c')).toBe('bac')
  expect(moved([row('a', 'a0'), row('b', null), row('c', null)], 'a', null)).toBe('bca')
})

test('an ordinary move writes one key', () => {
  expect(keysToMove([row('a', 'a0'), row('b', 'a1'), row('c', 'a2')], 'c', 'b').size).toBe(1)
})

test('only keys the library makes count', () => {
  for (const bad of [
    '',
    'a',
    '!',
    'a00',
    'b1',
    7,
    null,
    `a${'1'.repeat(300)}`,
    'A00000000000000000000000000',
  ]) {
    expect(isOrderKey(bad), String(bad)).toBe(false)
  }
  for (const good of keysAtEnd([], 200)) expect(isOrderKey(good)).toBe(true)
})

test('any move in any list ends where it was meant to, without an error', () => {
  const seed = 20261123
  const random = createRandom(seed)
  const keys = [null, 'a0', 'a0', 'a1', 'a0V', 'Zz', 'a2', 'b00']
  for (let run = 0; run < 2_000; run += 1) {
    const ids = [...'abcdefg'].slice(0, 2 + random.int(6))
    const rows = inOrder(ids.map((id) => row(id, random.pick(keys))))
    const id = random.pick(ids)
    const others = rows.map((one) => one.id).filter((one) => one !== id)
    const at = random.int(others.length + 1)
    const wanted = [...others.slice(0, at), id, ...others.slice(at)].join('')
    expect(moved(rows, id, others[at] ?? null), `seed ${seed} run ${run}`).toBe(wanted)
  }
})
