import { render } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { NotesEditor } from '#client/features/briefs/notes-editor/notes-editor.tsx'
import {
  cursorElement,
  personAt,
  selectionAttributes,
} from '#client/features/briefs/notes-editor/notes-cursors.ts'
import { safeHref } from '#client/features/briefs/notes-editor/notes-schema.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { notesRoot } from '#shared/documents/roots.ts'

const words = briefWords.zh
const nameOf = (member: string) =>
  member === 'lin' ? { name: '林', colour: 'oklch(0.545 0.125 25)' } : null

function withParagraph(words: string, name = 'paragraph'): Y.Doc {
  const doc = new Y.Doc()
  const element = new Y.XmlElement(name)
  element.insert(0, [new Y.XmlText(words)])
  notesRoot(doc).insert(0, [element])
  return doc
}
const open = (doc: Y.Doc, editable = true) =>
  render(() => (
    <NotesEditor doc={doc} awareness={null} editable={editable} nameOf={nameOf} words={words} />
  ))
const turn = (): Promise<void> => new Promise((done) => queueMicrotask(done))

test('opening notes shows them and writes nothing', () => {
  const doc = withParagraph('浅灰背景')
  const before = Y.encodeStateAsUpdate(doc)
  const screen = open(doc)
  expect(screen.getByRole('textbox').textContent).toBe('浅灰背景')
  expect(screen.getByRole('textbox').getAttribute('contenteditable')).toBe('true')
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  screen.unmount()
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
})

test('empty notes show their placeholder and write nothing', () => {
  const doc = new Y.Doc()
  const screen = open(doc)
  expect(
    screen.getByRole('textbox').querySelector('.notes-empty')?.getAttribute('data-placeholder'),
  ).toBe(words.notesPlaceholder)
  expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(new Y.Doc()))
})

test('somebody who may not edit reads the same words, and follows a colleague’s changes', () => {
  const doc = withParagraph('浅灰背景')
  const screen = open(doc, false)
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.getByText('浅灰背景').tagName).toBe('P')
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const paragraph = notesRoot(other).firstChild
  if (paragraph instanceof Y.XmlElement) paragraph.insert(1, [new Y.XmlText('，侧逆光')])
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'relay')
  expect(screen.container.textContent).toContain('，侧逆光')
})

test('text of a newer app is shown to read with what to do, and nobody loses a character', () => {
  const doc = withParagraph('小心台阶', 'callout')
  const before = Y.encodeStateAsUpdate(doc)
  const screen = open(doc)
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.getByRole('status').textContent).toBe(words.notesOlder)
  expect(screen.container.textContent).toContain('小心台阶')
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
})

test('a newer app’s words that arrive while the editor is open unbind it before it can delete them', async () => {
  const doc = withParagraph('浅灰背景')
  const screen = open(doc)
  expect(screen.getByRole('textbox')).toBeTruthy()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const callout = new Y.XmlElement('callout')
  callout.insert(0, [new Y.XmlText('小心台阶')])
  notesRoot(other).push([callout])
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'relay')
  await turn()
  expect(notesRoot(doc).toString()).toBe(
    '<paragraph>浅灰背景</paragraph><callout>小心台阶</callout>',
  )
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.container.textContent).toContain('小心台阶')
  expect(screen.getByRole('status').textContent).toBe(words.notesOlder)
})

test('a colleague is named by who they are, not by what their presence says, and no style attribute is written', () => {
  const awareness = new Awareness(new Y.Doc())
  const theirs = new Awareness(new Y.Doc())
  theirs.setLocalState({ member: 'lin', user: { name: '冒名', color: 'url(x)' } })
  applyAwarenessUpdate(awareness, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'relay')
  expect(personAt(awareness, theirs.clientID, nameOf)).toEqual({
    name: '林',
    colour: 'oklch(0.545 0.125 25)',
  })
  expect(personAt(awareness, 1, nameOf)).toBeNull()
  const cursor = cursorElement({ name: '<b>林</b>', colour: 'red' })
  expect(cursor.querySelector('.notes-cursor-name')?.textContent).toBe('<b>林</b>')
  expect(cursor.style.getPropertyValue('--person')).toBe('red')
  expect(selectionAttributes({ name: '林', colour: 'red; background: url(x)' })['style']).toBe(
    '--person: red background: url(x)',
  )
  awareness.destroy()
  theirs.destroy()
})

test('only addresses of pages and letters become links', () => {
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', '//x', '', null, 'https://a b'])
    expect(safeHref(bad)).toBeNull()
  for (const good of ['https://example.com/x', 'http://example.com', 'mailto:a@example.com'])
    expect(safeHref(good)).toBe(good)
})
