/** Random edits of every content kind on a Y.Doc, for honest traffic and as the seed of mutated updates. */
import * as Y from 'yjs'
import type { Random } from '#shared/lib/random.ts'

const words = ['夏季', 'linen', 'dress ', '😀', '红', 'a', 'XL ', 'été']

/** One transaction of one to three edits. */
export function editSomething(doc: Y.Doc, random: Random, undo: Y.UndoManager | null = null): void {
  const turn = random.int(20)
  if (undo !== null && turn === 0) return void undo.undo()
  if (undo !== null && turn === 1) return void undo.redo()
  doc.transact(() => {
    for (let i = 0; i <= random.int(3); i++) random.pick(edits)(doc, random)
  }, 'edit')
}

type Edit = (doc: Y.Doc, random: Random) => void

const edits: readonly Edit[] = [
  (doc, random) =>
    doc
      .getMap('fields')
      .set(
        `f${random.int(6)}`,
        random.pick<unknown>(['x', 7, null, true, ['a', 1], { deep: { er: 1 } }, 1.5]),
      ),
  (doc, random) =>
    doc.getMap('fields').set(`b${random.int(3)}`, Uint8Array.of(1, 2, random.int(256))),
  (doc, random) => doc.getMap('fields').delete(`f${random.int(6)}`),
  (doc, random) =>
    doc.getText('text').insert(place(doc.getText('text'), random), random.pick(words)),
  (doc, random) => {
    const { from, length } = span(doc.getText('text'), random)
    doc.getText('text').delete(from, length)
  },
  (doc, random) => {
    const { from, length } = span(doc.getText('text'), random)
    doc.getText('text').format(from, length, {
      [random.pick(['bold', 'link'])]: random.pick<unknown>([true, null, { href: 'x' }]),
    })
  },
  (doc, random) =>
    doc.getText('text').insertEmbed(place(doc.getText('text'), random), { image: random.int(9) }),
  (doc, random) => {
    const list = doc.getArray('list')
    list.insert(
      random.int(list.length + 1),
      random.pick<unknown[]>([['x', 1, null], [Uint8Array.of(9)], [{ a: 1 }]]),
    )
  },
  (doc, random) => {
    const list = doc.getArray('list')
    if (list.length > 0) list.delete(random.int(list.length), 1)
  },
  (doc, random) => {
    const fragment = doc.getXmlFragment('notes')
    const element = new Y.XmlElement(random.pick(['paragraph', 'heading']))
    element.setAttribute('level', `${random.int(3)}`)
    element.insert(0, [new Y.XmlText(random.pick(words))])
    fragment.insert(random.int(fragment.length + 1), [element])
  },
  (doc, random) => {
    const fragment = doc.getXmlFragment('notes')
    const element = fragment.length === 0 ? undefined : fragment.get(random.int(fragment.length))
    const text = element instanceof Y.XmlElement ? element.get(0) : undefined
    if (!(text instanceof Y.XmlText)) return
    text.insert(0, random.pick(words))
    if (text.length > 1)
      text.format(0, places(text)[1] ?? 0, { em: random.pick<unknown>([true, null]) })
  },
  (doc, random) => {
    const fragment = doc.getXmlFragment('notes')
    if (fragment.length > 4) fragment.delete(random.int(fragment.length), 1)
  },
]

/** Places between two characters, never inside one; embeds count one. */
function places(text: Y.Text): number[] {
  const found = [0]
  for (const { insert } of text.toDelta()) {
    for (const character of typeof insert === 'string' ? Array.from(insert) : ['-'])
      found.push((found.at(-1) ?? 0) + character.length)
  }
  return found
}

const place = (text: Y.Text, random: Random): number => random.pick(places(text))

/** From one place to one a few characters on. */
function span(text: Y.Text, random: Random): { from: number; length: number } {
  const all = places(text)
  const start = random.int(all.length)
  const from = all[start] ?? 0
  const to = all[Math.min(all.length - 1, start + 1 + random.int(4))] ?? from
  return { from, length: to - from }
}
