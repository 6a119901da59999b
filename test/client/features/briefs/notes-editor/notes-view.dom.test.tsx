import { TextSelection } from 'prosemirror-state'
import { expect, test, vi } from 'vitest'
import { redo, undo } from 'y-prosemirror'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createNotesView } from '#client/features/briefs/notes-editor/notes-view.ts'
import { notesRoot } from '#shared/documents/roots.ts'

function open(doc: Y.Doc, awareness: Awareness | null = null) {
  const place = document.createElement('div')
  document.body.append(place)
  return createNotesView({
    place,
    doc,
    awareness,
    label: '说明',
    placeholder: () => '写在这里',
    nameOf: () => null,
    askLink: () => undefined,
    onState: () => undefined,
    onUnbound: () => undefined,
  })
}

test('what was undone down to empty notes can be redone, however the cursor moved meanwhile', () => {
  const doc = new Y.Doc()
  const { view, destroy } = open(doc)
  view.dispatch(view.state.tr.insertText('浅灰背景'))
  expect(notesRoot(doc).toString()).toBe('<paragraph>浅灰背景</paragraph>')
  for (let round = 0; round < 3; round += 1) {
    undo(view.state)
    view.dispatch(view.state.tr.setSelection(TextSelection.atStart(view.state.doc)))
    expect(notesRoot(doc).length).toBe(0)
    redo(view.state)
    view.dispatch(view.state.tr.setSelection(TextSelection.atEnd(view.state.doc)))
    expect(notesRoot(doc).toString()).toBe('<paragraph>浅灰背景</paragraph>')
    expect(view.state.doc.textContent).toBe('浅灰背景')
  }
  destroy()
})

test('undo in notes leaves a colleague’s words alone', () => {
  const doc = new Y.Doc()
  const { view, destroy } = open(doc)
  view.dispatch(view.state.tr.insertText('浅灰背景'))
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const theirs = new Y.XmlElement('paragraph')
  theirs.insert(0, [new Y.XmlText('德国站不写环保')])
  notesRoot(other).push([theirs])
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'relay')
  expect(view.state.doc.textContent).toBe('浅灰背景德国站不写环保')
  undo(view.state)
  expect(view.state.doc.textContent).toBe('德国站不写环保')
  destroy()
})

test('the browser’s own undo never runs in notes, also when there is nothing to undo', () => {
  const doc = new Y.Doc()
  const { view, destroy } = open(doc)
  for (const press of [
    new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }),
    new KeyboardEvent('keydown', { key: 'y', ctrlKey: true, bubbles: true, cancelable: true }),
    new InputEvent('beforeinput', { inputType: 'historyUndo', bubbles: true, cancelable: true }),
    new InputEvent('beforeinput', { inputType: 'historyRedo', bubbles: true, cancelable: true }),
  ]) {
    view.dom.dispatchEvent(press)
    expect(press.defaultPrevented).toBe(true)
  }
  destroy()
})

test('a view that is gone is not repainted by a colleague’s cursor that moved just before', async () => {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const { view, destroy } = open(doc, awareness)
  const faults: unknown[] = []
  const note = (event: ErrorEvent): void => void faults.push(event.error)
  window.addEventListener('error', note)
  const dispatched = vi.spyOn(view, 'updateState')
  awareness.setLocalStateField('field', 'title')
  destroy()
  // y-prosemirror repaints in a task of its own; this one comes after it.
  await new Promise((resume) => setTimeout(resume, 0))
  await new Promise((resume) => setTimeout(resume, 0))
  window.removeEventListener('error', note)
  expect(dispatched).not.toHaveBeenCalled()
  expect(faults).toEqual([])
  awareness.destroy()
})
