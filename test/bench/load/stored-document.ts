/**
 * The stored document of cold sync and memory: 460 edits by three authors in turn, about 10 kB of state, kept as 20
 * updates. Short words typed here and there in a text, and fields of a map set and set again.
 */
import * as Y from 'yjs'
import { createRandom } from './random.ts'

export interface StoredDocument {
  readonly updates: readonly Uint8Array[]
  readonly state: Uint8Array
  readonly content: string
}

const AUTHORS = [300, 301, 302]
const PARTS = 20
const EDITS = 460
const WORDS = [
  'linen',
  'midi',
  'dress',
  'size',
  'chart',
  'hero',
  'shot',
  'cotton',
  'sleeve',
  'refund',
  'bundle',
  'gift',
]

export function storedDocument(seed = 10_400): StoredDocument {
  const random = createRandom(seed)
  const word = (): string => WORDS[Math.floor(random() * WORDS.length)] ?? 'linen'
  const docs = AUTHORS.map(docOf)
  const updates = Array.from({ length: PARTS }, (_, part) => {
    const writer = docs[part % docs.length] ?? docOf(300)
    const made: Uint8Array[] = []
    const keep = (update: Uint8Array): void => void made.push(update)
    writer.on('update', keep)
    const edits = Math.floor((EDITS * (part + 1)) / PARTS) - Math.floor((EDITS * part) / PARTS)
    for (let i = 0; i < edits; i++) edit(writer, random, word)
    writer.off('update', keep)
    const update = Y.mergeUpdates(made)
    for (const doc of docs) if (doc !== writer) Y.applyUpdate(doc, update)
    return update
  })
  const whole = docs[0] ?? docOf(300)
  return { updates, state: Y.encodeStateAsUpdate(whole), content: contentOf(updates) }
}

/** What a reader of these updates sees, for comparing. */
export function contentOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  const fields = [...doc.getMap('fields').entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([fields, doc.getText('notes').toString()])
}

function edit(doc: Y.Doc, random: () => number, word: () => string): void {
  if (random() < 0.7) {
    const notes = doc.getText('notes')
    notes.insert(Math.floor(random() * (notes.length + 1)), `${word()} `)
  } else doc.getMap('fields').set(`row${Math.floor(random() * 60)}/${word()}`, word())
}

function docOf(client: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = client
  return doc
}
