import { Schema } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror'
import * as Y from 'yjs'
import { canEditNotes } from '#client/features/briefs/notes-editor/can-edit-notes.ts'
import { notesSchema } from '#client/features/briefs/notes-editor/notes-schema.ts'
import { notesRoot } from '#shared/documents/roots.ts'
import { TEXT_SCHEMA } from '#shared/documents/schema.ts'

function withNotes(...blocks: (Y.XmlElement | Y.XmlText)[]): Y.Doc {
  const doc = new Y.Doc()
  notesRoot(doc).insert(0, blocks)
  return doc
}
function block(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const element = new Y.XmlElement(name)
  element.insert(0, children)
  return element
}
const text = (words: string, marks: Record<string, object> = {}): Y.XmlText => {
  const one = new Y.XmlText()
  one.insert(0, words, marks)
  return one
}
const can = (doc: Y.Doc): boolean => canEditNotes(doc, notesSchema)

test('empty notes and everything this build writes can be edited', () => {
  expect(can(new Y.Doc())).toBe(true)
  const heading = block('heading', text('拍摄'))
  heading.setAttribute('level', '2')
  const list = block(
    'bulletList',
    block('listItem', block('paragraph', text('浅灰背景', { strong: {} }))),
  )
  const linked = block(
    'paragraph',
    text('链接', { link: { href: 'https://example.com' } }),
    block('hardBreak'),
  )
  expect(
    can(
      withNotes(
        heading,
        list,
        linked,
        block('unknownBlock', block('paragraph', text('x', { unknownMark: {} }))),
      ),
    ),
  ).toBe(true)
})

test('a newer version is never bound, nor a version that is not a number', () => {
  for (const version of [TEXT_SCHEMA + 1, 99, '2', { a: 1 }, -1]) {
    const doc = withNotes(block('paragraph', text('x')))
    doc.getMap('meta').set('textSchema', version)
    expect(can(doc), JSON.stringify(version)).toBe(false)
  }
  const own = new Y.Doc()
  own.getMap('meta').set('textSchema', TEXT_SCHEMA)
  expect(can(own)).toBe(true)
})

test('unknown blocks, inlines, marks and attributes are seen even when the version got lost in a merge', () => {
  const coloured = block('paragraph', text('x'))
  coloured.setAttribute('colour', 'red')
  for (const one of [
    block('callout', text('小心')),
    block('paragraph', block('emoji')),
    block('paragraph', text('x', { highlight: {} })),
    block('paragraph', text('x', { 'comment--abcdefgh': {} })),
    coloured,
    block('bulletList', block('paragraph', text('x'))),
    block('paragraph', block('paragraph')),
    block('text'),
    block('doc'),
    text('bare words at the top'),
  ]) {
    expect(can(withNotes(one))).toBe(false)
  }
})

test('the reason: an older schema deletes a block it does not know by reading it, and the words of an unknown mark', () => {
  const older = new Schema({
    nodes: {
      doc: { content: 'block+' },
      paragraph: { group: 'block', content: 'text*' },
      text: {},
    },
  })
  const doc = withNotes(
    block('callout', text('小心')),
    block('paragraph', text('亮', { highlight: {} })),
  )
  expect(notesRoot(doc).toString()).toContain('小心')
  expect(canEditNotes(doc, older)).toBe(false)
  yXmlFragmentToProseMirrorRootNode(notesRoot(doc), older)
  expect(notesRoot(doc).toString()).not.toContain('小心')
  expect(notesRoot(doc).toString()).not.toContain('亮')
})
