/** Formatting that Yjs tidies by itself leaves other deletions in one document than in the other: that is no difference. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { fold } from '#client/replica/fold.ts'
import { compactUpdates } from '#server/relay/compaction-merge.ts'
import { createRandom } from '#shared/lib/random.ts'

/** Two people format and delete the same words at once, over and over; what each sent is a row. */
function rowsOf(seed: number): Uint8Array[] {
  const random = createRandom(seed)
  const rows: Uint8Array[] = []
  const people = [new Y.Doc(), new Y.Doc()] as const
  for (const [index, doc] of people.entries()) {
    doc.clientID = 10 + index
    doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== 'others') rows.push(bytes)
    })
  }
  // Nested, as an editor's paragraphs are: only of those does Yjs know without a schema that they hold text.
  people[0].getXmlFragment('notes').insert(0, [new Y.XmlText('the quick brown fox jumps over')])
  Y.applyUpdate(people[1], Y.encodeStateAsUpdate(people[0]), 'others')
  for (let round = 0; round < 30; round += 1) {
    for (const doc of people) {
      const text = doc.getXmlFragment('notes').get(0)
      if (!(text instanceof Y.XmlText)) throw new Error('no text')
      const from = random.int(Math.max(1, text.length - 6))
      const act = random.int(4)
      if (act === 0) text.format(from, 5, { b: random.int(2) === 0 ? true : null })
      else if (act === 1) text.delete(from, Math.min(3, text.length - from))
      else if (act === 2) text.insert(from, 'word', { b: true })
      else text.format(from, 4, { i: true })
    }
    if (random.int(5) > 0) continue
    for (const doc of people)
      for (const other of people)
        if (other !== doc) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'others')
  }
  return rows
}

test('rows with much formatting are compacted at the relay and folded on the device', async () => {
  const refused: string[] = []
  for (let seed = 1; seed <= 200; seed += 1) {
    const rows = rowsOf(seed)
    const made = compactUpdates(null, rows)
    if (!made.ok) refused.push(made.refusal.detail)
    const changes = rows.map((bytes, index) => ({
      seq: index + 1,
      by: 1,
      at: 1,
      note: new Uint8Array(0),
      bytes,
      isWaiting: false,
    }))
    expect(await fold({ snapshot: null, changes }), `seed ${seed}`).not.toBeNull()
  }
  // Seldom Yjs itself shows other formatting by the rows than by their merge; then the rows stay as they are.
  expect(refused.filter((why) => why !== 'the merge shows other content')).toEqual([])
  expect(refused.length).toBeLessThan(20)
})
