/** What people do in a brief, through the commands their screens use, chosen by the seed. */
import * as Y from 'yjs'
import { newRowId } from '#shared/domain/briefs/row-ids.ts'
import {
  setRush,
  setTitle,
  setWantedBy,
  toggleTarget,
} from '#shared/documents/commands/brief-fields.ts'
import {
  addPoint,
  movePoint,
  removePoint,
  setPointText,
} from '#shared/documents/commands/brief-points.ts'
import {
  addProduct,
  moveProduct,
  removeProduct,
  setProductField,
} from '#shared/documents/commands/brief-products.ts'
import { readPoints } from '#shared/documents/readers/read-points.ts'
import { readProducts } from '#shared/documents/readers/read-products.ts'
import { notesRoot, rootMap } from '#shared/documents/roots.ts'
import type { Random } from '#shared/lib/random.ts'
import { bytesFrom } from '#shared/documents/commands/demo-brief.ts'

/** One act in the document; answers its name, or null when there was nothing to do it to. */
export function act(
  random: Random,
  doc: Y.Doc,
  undo: Y.UndoManager,
  word: string,
  begins: (name: string) => void,
): string | null {
  const name = random.pick(chances)
  begins(name)
  const perform: Act = acts[name]
  return perform(random, doc, word, undo) === false ? null : name
}

const newId = (random: Random) => newRowId(bytesFrom(random))
const products = (doc: Y.Doc) => readProducts(rootMap(doc, 'products'))
const points = (doc: Y.Doc) => readPoints(rootMap(doc, 'points'))

/** False: there was nothing to do it to. */
type Act = (random: Random, doc: Y.Doc, word: string, undo: Y.UndoManager) => false | void

const acts = {
  title: (_random: Random, doc: Y.Doc, word: string) => void setTitle(doc, word),
  wantedBy: (random: Random, doc: Y.Doc) =>
    void setWantedBy(doc, random.int(3) === 0 ? null : `2026-12-${10 + random.int(20)}`),
  rush: (random: Random, doc: Y.Doc) => setRush(doc, random.int(2) === 0 ? 'rush' : 'standard'),
  target: (random: Random, doc: Y.Doc) =>
    void toggleTarget(doc, {
      platform: '-',
      market: random.pick(['DE', 'FR', 'US'] as const),
      locale: random.pick(['de-DE', 'fr-FR', 'en-US'] as const),
    }),
  addProduct: (random: Random, doc: Y.Doc, word: string) =>
    void addProduct(doc, newId(random), { sku: word, name: `Vase ${word}` }),
  setProduct(random: Random, doc: Y.Doc, word: string) {
    const all = products(doc)
    if (all.length === 0) return false
    return void setProductField(doc, random.pick(all).id, { name: word })
  },
  moveProduct(random: Random, doc: Y.Doc) {
    const all = products(doc)
    if (all.length < 2) return false
    return moveProduct(doc, random.pick(all).id, random.pick([null, ...all.map(({ id }) => id)]))
  },
  removeProduct(random: Random, doc: Y.Doc) {
    const all = products(doc)
    if (all.length === 0) return false
    return removeProduct(doc, random.pick(all).id)
  },
  addPoint: (random: Random, doc: Y.Doc, word: string) =>
    void addPoint(doc, newId(random), `Point ${word}`),
  setPoint(random: Random, doc: Y.Doc, word: string) {
    const all = points(doc)
    if (all.length === 0) return false
    return void setPointText(doc, random.pick(all).id, word)
  },
  movePoint(random: Random, doc: Y.Doc) {
    const all = points(doc)
    if (all.length < 2) return false
    return movePoint(doc, random.pick(all).id, random.pick([null, ...all.map(({ id }) => id)]))
  },
  removePoint(random: Random, doc: Y.Doc) {
    const all = points(doc)
    if (all.length === 0) return false
    return removePoint(doc, random.pick(all).id)
  },
  undo: (_random: Random, _doc: Y.Doc, _word: string, undo: Y.UndoManager) =>
    undo.undo() === null ? false : undefined,
  redo: (_random: Random, _doc: Y.Doc, _word: string, undo: Y.UndoManager) =>
    undo.redo() === null ? false : undefined,
  // The notes have no command: their editor writes these elements.
  addParagraph(random: Random, doc: Y.Doc, word: string) {
    const notes = notesRoot(doc)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(word)])
    notes.insert(random.int(notes.length + 1), [paragraph])
    return undefined
  },
  write(random: Random, doc: Y.Doc, word: string) {
    const text = anyText(random, doc)
    if (text === null) return false
    return text.insert(random.int(text.length + 1), word)
  },
  erase(random: Random, doc: Y.Doc) {
    const text = anyText(random, doc)
    if (text === null || text.length < 2) return false
    const from = random.int(text.length - 1)
    return text.delete(from, 1 + random.int(text.length - from))
  },
  embolden(random: Random, doc: Y.Doc) {
    const text = anyText(random, doc)
    if (text === null || text.length < 2) return false
    const from = random.int(text.length - 1)
    return text.format(from, 1 + random.int(text.length - from), {
      strong: random.int(3) === 0 ? null : {},
    })
  },
  removeParagraph(random: Random, doc: Y.Doc) {
    const notes = notesRoot(doc)
    if (notes.length === 0) return false
    return notes.delete(random.int(notes.length), 1)
  },
} satisfies Record<string, Act>

const chances: readonly (keyof typeof acts)[] = [
  ...(Object.keys(acts) as (keyof typeof acts)[]),
  'title',
  'addProduct',
  'addPoint',
  'write',
  'write',
  'write',
  'addParagraph',
]

function anyText(random: Random, doc: Y.Doc): Y.XmlText | null {
  const all = notesRoot(doc)
    .toArray()
    .flatMap((part) => (part instanceof Y.XmlElement ? part.toArray() : []))
    .filter((part) => part instanceof Y.XmlText)
  return all.length === 0 ? null : random.pick(all)
}
