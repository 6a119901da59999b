/** y-prosemirror finds what was typed by lib0's simpleDiff; half an emoji would make devices differ for ever, unnoticed. */
import { expect, test } from 'vitest'
import { updateYFragment } from 'y-prosemirror'
import * as Y from 'yjs'
import { notesSchema } from '#client/features/briefs/notes-editor/notes-schema.ts'
import { createRandom } from '#shared/lib/random.ts'
import { notesRoot } from '#shared/documents/roots.ts'

function type(doc: Y.Doc, words: string): void {
  const { paragraph, doc: top } = notesSchema.nodes
  if (paragraph === undefined || top === undefined) throw new Error('a paragraph')
  const inside = words === '' ? [] : [notesSchema.text(words)]
  updateYFragment(doc, notesRoot(doc), top.create(null, [paragraph.create(null, inside)]), {
    mapping: new Map(),
    isOMark: new Map(),
  })
}
function elsewhere(doc: Y.Doc): string {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  return notesRoot(other).toString()
}

test('replacing an emoji by its neighbour, a skin tone or a flag arrives whole', () => {
  for (const [before, after] of [
    ['ok 😀', 'ok 😁'],
    ['👍🏻', '👍🏿'],
    ['🇨🇳', '🇨🇭'],
    ['é', 'e\u0301'],
    ['👨‍👩‍👧', '👨‍👩‍👦'],
    ['😀😀', '😀'],
    ['𠮷野家', '𠮶野家'],
  ]) {
    const doc = new Y.Doc()
    type(doc, before ?? '')
    type(doc, after ?? '')
    expect(elsewhere(doc)).toBe(`<paragraph>${after}</paragraph>`)
    expect(notesRoot(doc).toString()).toBe(elsewhere(doc))
  }
})

test('any replacing of emoji text arrives as it was typed', () => {
  const seed = 20261123
  const random = createRandom(seed)
  const letters = [
    '😀',
    '😁',
    '👍🏻',
    '👍🏿',
    '🇨🇳',
    '🇨🇭',
    '𠮷',
    '𠮶',
    '\u{10000}',
    '\u{1f400}',
    'a',
    '杯',
    '\u0301',
  ]
  const words = (): string =>
    Array.from({ length: random.int(8) }, () => random.pick(letters)).join('')
  for (let run = 0; run < 300; run += 1) {
    const doc = new Y.Doc()
    const steps = Array.from({ length: 5 }, words)
    for (const step of steps) type(doc, step)
    const last = steps.at(-1) ?? ''
    expect(elsewhere(doc), `seed ${seed} run ${run}: ${steps.join(' → ')}`).toBe(
      `<paragraph>${last}</paragraph>`,
    )
    expect(notesRoot(doc).toString()).toBe(elsewhere(doc))
  }
})
