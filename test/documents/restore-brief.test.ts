/** Histories of several people, made at random; any earlier moment of one of them is restored. fast-check prints its seed. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createRandom, type Random } from '#shared/lib/random.ts'
import type { RowId } from '#shared/lib/ids.ts'
import type { Brief } from '#shared/domain/briefs/brief.ts'
import { sentenceNames } from '#shared/domain/briefs/details.ts'
import { setKeywords, setSentence } from '#shared/documents/commands/brief-details.ts'
import { setWantedBy } from '#shared/documents/commands/brief-fields.ts'
import {
  addProduct,
  removeProduct,
  setProductField,
} from '#shared/documents/commands/brief-products.ts'
import { restoreBrief } from '#shared/documents/commands/restore-brief.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { readNotes } from '#shared/documents/readers/read-notes.ts'
import { notesRoot, rootMap } from '#shared/documents/roots.ts'
import { createBriefUndo } from '#shared/documents/undo.ts'
import { randomActs } from './random-acts.ts'
import { replicas, reopened, rowIds, sync } from './replicas.ts'

const words = ['杯', '咖啡杯', '👩‍👩‍👧', 'mug', 'Tasse', 'แก้ว', '']

/** Notes as an editor writes them, and blocks of a later version. */
function writeNotes(doc: Y.Doc, random: Random): void {
  const root = notesRoot(doc)
  doc.transact(() => {
    const at = random.int(root.length + 1)
    const act = random.int(6)
    const block = root.length > 0 ? root.get(random.int(root.length)) : null
    if (act < 2 || !(block instanceof Y.XmlElement)) {
      const made = new Y.XmlElement(random.pick(['paragraph', 'heading', 'laterBlock']))
      made.insert(0, [new Y.XmlText(random.pick(words))])
      root.insert(at, [made])
    } else if (act === 2) root.delete(random.int(root.length), 1)
    else if (act === 3) block.setAttribute('level', random.pick(['1', '2', '3']))
    else {
      const text = block.length > 0 ? block.get(0) : null
      if (!(text instanceof Y.XmlText)) return
      if (act === 4) text.insert(0, random.pick(words), { strong: true })
      else if (text.length > 0) text.format(0, text.length, { later: { kind: random.int(3) } })
    }
  }, 'editor')
}

/** Beside all commands what an editor writes, and values of a later version. */
function act(doc: Y.Doc, random: Random, newRow: () => RowId): void {
  const acts = [
    ...randomActs(doc, random, newRow, undefined, `${random.pick(words)} ${random.int(50)}`),
    () => void setWantedBy(doc, null),
    () => void setSentence(doc, 'tone', ''),
    () => void setKeywords(doc, { market: 'DE', locale: 'de-DE' }, { terms: '' }),
    () => writeNotes(doc, random),
    () => writeNotes(doc, random),
    () => void doc.transact(() => rootMap(doc, 'fields').set('later', random.int(3)), 'later'),
  ]
  random.pick(acts)()
}

/** A short text's writers differ after a restore, and of several candidates the shown one comes back. */
function answers(doc: Y.Doc) {
  const brief: Brief = readBrief(doc)
  const problems = brief.problems.filter(({ code }) => !code.startsWith('choose'))
  const points = brief.points.map(({ candidates: _candidates, ...point }) => point)
  const later = rootMap(doc, 'fields').get('later') ?? null
  const sentences = sentenceNames.map((name) => brief.sentences[name].text)
  return {
    ...brief,
    titleCandidates: [],
    sentences,
    files: {},
    points,
    problems,
    notes: readNotes(doc),
    later,
  }
}

interface Past {
  readonly doc: Y.Doc
  readonly other: Y.Doc
  readonly random: Random
  readonly newRow: () => RowId
  readonly states: readonly Uint8Array[]
}

function live(seed: number, steps: number): Past {
  const random = createRandom(seed)
  const newRow = rowIds(seed)
  const [doc, other] = replicas(2, seed)
  if (doc === undefined || other === undefined) throw new Error('no replicas')
  const states: Uint8Array[] = [Y.encodeStateAsUpdate(doc)]
  for (let step = 0; step < steps; step += 1) {
    if (random.int(5) === 0) sync(doc, other)
    else act(random.pick([doc, doc, other]), random, newRow)
    states.push(Y.encodeStateAsUpdate(doc))
  }
  return { doc, other, random, newRow, states }
}

const earlierOf = ({ states, random }: Past): Y.Doc => {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, random.pick(states))
  return doc
}

const story = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 60 }))

test('a restored brief answers every reader as the earlier one did, and both devices agree', () => {
  fc.assert(
    fc.property(story, ([seed, steps]) => {
      const past = live(seed, steps)
      const earlier = earlierOf(past)
      restoreBrief(past.doc, earlier, 0)
      expect(answers(past.doc)).toEqual(answers(earlier))
      expect(answers(reopened(past.doc))).toEqual(answers(earlier))
      act(past.other, past.random, past.newRow)
      sync(past.doc, past.other)
      expect(readBrief(past.other)).toEqual(readBrief(past.doc))
      expect(readNotes(past.other)).toEqual(readNotes(past.doc))
    }),
    { numRuns: 300 },
  )
}, 120_000)

test('undo after a restore gives back what was before, redo the restored state', () => {
  fc.assert(
    fc.property(story, ([seed, steps]) => {
      const past = live(seed, steps)
      const undo = createBriefUndo(past.doc)
      const before = answers(past.doc)
      const earlier = earlierOf(past)
      restoreBrief(past.doc, earlier, 0)
      undo.undo()
      expect(answers(past.doc)).toEqual(before)
      if (undo.canRedo()) {
        undo.redo()
        expect(answers(past.doc)).toEqual(answers(earlier))
        undo.undo()
        expect(answers(past.doc)).toEqual(before)
      }
    }),
    { numRuns: 300 },
  )
}, 120_000)

test('restoring the state that stands writes nothing', () => {
  fc.assert(
    fc.property(story, ([seed, steps]) => {
      const { doc } = live(seed, steps)
      const before = Y.encodeStateVector(doc)
      const same = reopened(doc)
      restoreBrief(doc, same, 0)
      expect(Y.encodeStateVector(doc)).toEqual(before)
    }),
    { numRuns: 100 },
  )
}, 120_000)

test('a row somebody edited after it came back stays when the restore is undone', () => {
  const [doc, other] = replicas(2)
  if (doc === undefined || other === undefined) throw new Error('no replicas')
  const id = rowIds(3)()
  addProduct(doc, id, { name: 'Mug' })
  const earlier = reopened(doc)
  removeProduct(doc, id)
  const undo = createBriefUndo(doc)
  restoreBrief(doc, earlier, 0)
  sync(doc, other)
  setProductField(other, id, { weightGrams: 300 })
  sync(doc, other)
  undo.undo()
  expect(readBrief(doc).products).toMatchObject([{ id, weightGrams: 300 }])
})
