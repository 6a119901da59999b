/** The mirror shows what the document holds, after any series of own and others' changes. */
import { createEffect, createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { mirrorMap } from '#client/live/mirror.ts'
import { createRandom } from '#shared/lib/random.ts'

test('a mirrored map equals the document over 200 random runs of two devices', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const random = createRandom(seed)
    const docs = [new Y.Doc(), new Y.Doc()] as const
    const mirror = mirrorMap(docs[0].getMap('fields'))
    for (let step = 0; step < 40; step += 1) {
      const map = random.pick(docs).getMap('fields')
      const key = random.pick(['a/name', 'a/sku', 'b/name'])
      if (random.int(5) === 0) map.delete(key)
      else
        map.set(
          key,
          random.pick<unknown>(['x', 7, null, true, ['p', 2, { q: 1 }], { r: 1 }, { s: { t: 2 } }]),
        )
      if (random.int(3) === 0) Y.applyUpdate(docs[0], Y.encodeStateAsUpdate(docs[1]))
      if (random.int(3) === 0) Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0]))
      expect({ ...mirror.values }, `seed ${seed}, step ${step}`).toEqual(
        docs[0].getMap('fields').toJSON(),
      )
    }
    mirror.stop()
  }
})

test('a change of one key repaints only what reads it', () => {
  createRoot((dispose) => {
    const map = new Y.Doc().getMap('fields')
    map.set('a', 1)
    map.set('b', 1)
    const mirror = mirrorMap(map)
    const painted: string[] = []
    createEffect(() => painted.push(`a${String(mirror.values['a'])}`))
    createEffect(() => painted.push(`b${String(mirror.values['b'])}`))
    queueMicrotask(() => {
      map.set('b', 2)
      expect(painted).toEqual(['a1', 'b1', 'b2'])
      dispose()
    })
  })
})
