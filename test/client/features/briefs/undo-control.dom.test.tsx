/** Undo by key and button on the page of a brief; the notes and dialogs keep their own keys. */
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { UndoControl } from '#client/features/briefs/undo-control.tsx'
import { historyWords } from '#client/features/briefs/history/words.ts'
import { setLanguage } from '#client/i18n/language.ts'
import { setRush, setTitle } from '#shared/documents/commands/brief-fields.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { createBriefUndo } from '#shared/documents/undo.ts'

const words = historyWords.zh
beforeEach(() => setLanguage('zh'))
afterEach(cleanup)

function open(doc: Y.Doc) {
  const [undoing, setUndoing] = createSignal(createBriefUndo(doc))
  render(() => (
    <>
      <UndoControl undoing={undoing()} />
      <input aria-label="field" />
      <div class="ProseMirror" tabIndex={0} aria-label="notes" />
      <div role="dialog">
        <input aria-label="in dialog" />
      </div>
    </>
  ))
  return { setUndoing }
}
const press = (label: string, init: KeyboardEventInit): boolean =>
  fireEvent.keyDown(screen.getByLabelText(label), { bubbles: true, cancelable: true, ...init })
const title = (doc: Y.Doc): string => readBrief(doc).title

test('Ctrl+Z in a field takes the last command back and Shift+Ctrl+Z does it again', () => {
  const doc = new Y.Doc()
  open(doc)
  setTitle(doc, '杯')
  // Answered false: the browser's own undo is kept out.
  expect(press('field', { key: 'z', ctrlKey: true })).toBe(false)
  expect(title(doc)).toBe('')
  press('field', { key: 'Z', ctrlKey: true, shiftKey: true })
  expect(title(doc)).toBe('杯')
  press('field', { key: 'z', metaKey: true })
  expect(title(doc)).toBe('')
})

test('keys in the notes, in a dialog, and while an input method composes are left alone', () => {
  const doc = new Y.Doc()
  open(doc)
  setTitle(doc, '杯')
  expect(press('notes', { key: 'z', ctrlKey: true })).toBe(true)
  expect(press('in dialog', { key: 'z', ctrlKey: true })).toBe(true)
  expect(press('field', { key: 'z', ctrlKey: true, isComposing: true })).toBe(true)
  expect(title(doc)).toBe('杯')
})

test('the buttons say what can be taken back, and follow a document built again', () => {
  const doc = new Y.Doc()
  const { setUndoing } = open(doc)
  const undo = () => screen.getByRole('button', { name: words.undo })
  expect(undo().hasAttribute('disabled')).toBe(true)
  expect(screen.queryByRole('button', { name: words.redo })).toBeNull()
  setRush(doc, 'rush')
  fireEvent.click(undo())
  expect(readBrief(doc).rush).toBe('standard')
  fireEvent.click(screen.getByRole('button', { name: words.redo }))
  expect(readBrief(doc).rush).toBe('rush')

  const rebuilt = new Y.Doc()
  Y.applyUpdate(rebuilt, Y.encodeStateAsUpdate(doc))
  setUndoing(createBriefUndo(rebuilt))
  doc.destroy()
  expect(undo().hasAttribute('disabled')).toBe(true)
  setTitle(rebuilt, '杯')
  press('field', { key: 'z', ctrlKey: true })
  expect(readBrief(rebuilt)).toMatchObject({ title: '', rush: 'rush' })
})
