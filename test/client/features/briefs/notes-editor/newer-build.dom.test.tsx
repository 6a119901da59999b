/** Notes a newer build wrote, opened, closed and worked beside by this one: nothing of them is deleted, for anybody. */
import { render } from '@solidjs/testing-library'
import { Schema, type Attrs, type MarkSpec, type Node, type NodeSpec } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror'
import * as Y from 'yjs'
import { NotesEditor } from '#client/features/briefs/notes-editor/notes-editor.tsx'
import { notesSchema } from '#client/features/briefs/notes-editor/notes-schema.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { setRush, setTitle } from '#shared/documents/commands/brief-fields.ts'
import { restoreBrief } from '#shared/documents/commands/restore-brief.ts'
import { notesRoot, rootMap } from '#shared/documents/roots.ts'
import { TEXT_SCHEMA } from '#shared/documents/schema.ts'

const words = briefWords.zh

/** What the next version may bring, each kind of novelty once. */
const newerNodes: Record<string, NodeSpec> = {
  callout: { group: 'block', content: 'block+', attrs: { tone: { default: '' } } },
  emoji: { group: 'inline', inline: true, atom: true, attrs: { name: { default: '' } } },
  paragraph: {
    group: 'block',
    content: 'inline*',
    attrs: { align: { default: null } },
  },
}
const newerMarks: Record<string, MarkSpec> = {
  highlight: { attrs: { colour: { default: '' } } },
  link: { attrs: { href: { default: '' }, language: { default: null } }, inclusive: false },
  comment: { attrs: { id: { default: '' } }, excludes: '' },
}
const newer = new Schema({
  nodes: notesSchema.spec.nodes
    .append({})
    .update('paragraph', newerNodes['paragraph'] ?? {})
    .append({
      callout: newerNodes['callout'] ?? {},
      emoji: newerNodes['emoji'] ?? {},
    }),
  marks: notesSchema.spec.marks.update('link', newerMarks['link'] ?? {}).append({
    highlight: newerMarks['highlight'] ?? {},
    comment: newerMarks['comment'] ?? {},
  }),
})
/** A version in which links may overlap: each carries a hash behind its name. */
const overlapping = new Schema({
  nodes: notesSchema.spec.nodes,
  marks: notesSchema.spec.marks.update('link', {
    attrs: { href: { default: '' } },
    excludes: '',
  }),
})

const text = (schema: Schema, said: string, mark?: [name: string, attrs: Attrs]): Node =>
  schema.text(said, mark === undefined ? [] : [schema.mark(mark[0], mark[1])])
const paragraph = (schema: Schema, attrs: Attrs, ...inside: Node[]): Node =>
  schema.node('paragraph', attrs, inside)

const novelties: readonly (readonly [name: string, schema: Schema, block: Node])[] = [
  [
    'an unknown block',
    newer,
    newer.node('callout', { tone: 'warn' }, [paragraph(newer, {}, text(newer, '小心台阶'))]),
  ],
  [
    'an unknown block inside a list',
    newer,
    newer.node('bulletList', {}, [
      newer.node('listItem', {}, [
        newer.node('callout', {}, [paragraph(newer, {}, text(newer, '小心台阶'))]),
      ]),
    ]),
  ],
  [
    'an unknown inline',
    newer,
    paragraph(newer, {}, text(newer, '小心'), newer.node('emoji', { name: 'step' })),
  ],
  [
    'an unknown mark',
    newer,
    paragraph(newer, {}, text(newer, '小心台阶', ['highlight', { colour: 'red' }])),
  ],
  [
    'an unknown mark that may overlap',
    newer,
    paragraph(newer, {}, text(newer, '小心台阶', ['comment', { id: 'c1' }])),
  ],
  ['an unknown attribute', newer, paragraph(newer, { align: 'end' }, text(newer, '小心台阶'))],
  [
    'an unknown attribute of a known mark',
    newer,
    paragraph(
      newer,
      {},
      text(newer, '小心台阶', ['link', { href: 'https://example.com', language: 'de' }]),
    ),
  ],
  [
    'a known mark that may overlap now',
    overlapping,
    paragraph(overlapping, {}, text(overlapping, '小心台阶', ['link', { href: 'https://x.de' }])),
  ],
]

/** As the newer build has it; `said`: with its version beside it, which a merge may lose. */
function written(schema: Schema, block: Node, said: boolean): Y.Doc {
  const doc = new Y.Doc()
  const top = schema.node('doc', {}, [paragraph(schema, {}, text(schema, '浅灰背景')), block])
  prosemirrorToYXmlFragment(top, notesRoot(doc))
  if (said) rootMap(doc, 'meta').set('textSchema', TEXT_SCHEMA + 1)
  return doc
}
const meet = (...docs: readonly Y.Doc[]): void => {
  const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc))
  for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update, 'relay')
}
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc), 'relay')
  return copy
}
const open = (doc: Y.Doc) =>
  render(() => (
    <NotesEditor doc={doc} awareness={null} editable nameOf={() => null} words={words} />
  ))
const notesOf = (doc: Y.Doc): unknown => notesRoot(doc).toArray().map(plain)
function plain(part: unknown): unknown {
  if (part instanceof Y.XmlText) return part.toDelta()
  if (!(part instanceof Y.XmlElement)) return null
  return [part.nodeName, part.getAttributes(), part.toArray().map(plain)]
}
const turn = (): Promise<void> => new Promise((done) => queueMicrotask(done))

const cases = novelties.flatMap(([name, schema, block]) =>
  [true, false].map((said) => ({
    ...{ name, schema, block, said },
    how: said ? 'with its version' : 'its version lost in a merge',
  })),
)

test.each(cases)(
  '$name, $how, survives an older build that opens, works beside and closes',
  (one) => {
    const theirs = written(one.schema, one.block, one.said)
    const ours = copyOf(theirs)
    const before = notesOf(theirs)
    const earlier = copyOf(ours)
    const screen = open(ours)
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.getByRole('status').textContent).toBe(words.notesOlder)
    expect(screen.container.textContent).toContain('小心')
    setTitle(ours, '保温杯')
    setRush(ours, 'rush')
    restoreBrief(ours, earlier, 1)
    // Meanwhile the newer build goes on writing.
    const first = notesRoot(theirs).get(0)
    const line = first instanceof Y.XmlElement ? first.firstChild : null
    if (line instanceof Y.XmlText) line.insert(4, '，侧逆光')
    const after = notesOf(theirs)
    meet(theirs, ours)
    expect(screen.container.textContent).toContain('，侧逆光')
    screen.unmount()
    const again = open(ours)
    again.unmount()
    meet(theirs, ours)
    expect(before).not.toEqual(after)
    expect([notesOf(theirs), notesOf(ours)]).toEqual([after, after])
    const read = yXmlFragmentToProseMirrorRootNode(notesRoot(theirs), one.schema)
    expect(read.child(1).toJSON()).toEqual(one.block.toJSON())
  },
)

test.each(cases)(
  '$name, $how, that comes while somebody types in an older build stays',
  async (one) => {
    const shared = written(
      one.schema,
      paragraph(one.schema, {}, text(one.schema, '不写环保')),
      false,
    )
    const [theirs, ours] = [copyOf(shared), copyOf(shared)]
    const screen = open(ours)
    expect(screen.getByRole('textbox').textContent).toContain('浅灰背景')
    const written2 = written(one.schema, one.block, one.said)
    const block = notesRoot(written2).get(1)
    if (block instanceof Y.XmlElement) notesRoot(theirs).push([block.clone() as Y.XmlElement])
    if (one.said) rootMap(theirs, 'meta').set('textSchema', TEXT_SCHEMA + 1)
    const ownLine = notesRoot(ours).get(0)
    const line = ownLine instanceof Y.XmlElement ? ownLine.firstChild : null
    if (line instanceof Y.XmlText) line.insert(4, '，侧逆光')
    const theirsBefore = notesRoot(theirs).get(2)
    const wanted = plain(theirsBefore)
    meet(theirs, ours)
    await turn()
    expect(screen.queryByRole('textbox')).toBeNull()
    screen.unmount()
    meet(theirs, ours)
    expect(plain(notesRoot(theirs).get(2))).toEqual(wanted)
    expect(notesRoot(theirs).get(0).toString()).toContain('浅灰背景，侧逆光')
    expect(notesOf(ours)).toEqual(notesOf(theirs))
  },
)
