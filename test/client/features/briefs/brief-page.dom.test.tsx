/** A brief's page on documents made here: what it says when the relay does not open it, whose candidates stand, and its points. */
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { BriefPage } from '#client/features/briefs/brief.page.tsx'
import { briefWords } from '#client/features/briefs/words.ts'
import { setLanguage } from '#client/i18n/language.ts'
import type { LiveDocument } from '#client/live/use-document.ts'
import { addPoint } from '#shared/documents/commands/brief-points.ts'
import { addProduct } from '#shared/documents/commands/brief-products.ts'
import { setTitle } from '#shared/documents/commands/brief-fields.ts'
import { readPoints } from '#shared/documents/readers/read-points.ts'
import { readProducts } from '#shared/documents/readers/read-products.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { randomRowId } from '#shared/domain/briefs/row-ids.ts'
import { docName } from '#test/client/replica/fake-device.ts'

const words = briefWords.zh
beforeEach(() => setLanguage('zh'))
afterEach(cleanup)

function open(doc: Y.Doc, denial: ReturnType<LiveDocument['denied']> = null, waiting = 0) {
  const [denied, setDenied] = createSignal(denial)
  const awareness = new Awareness(doc)
  const live: LiveDocument = {
    name: docName('a'),
    doc: () => doc,
    awareness: () => awareness,
    canWrite: () => true,
    denied,
    rebuilt: () => false,
    status: () => ({ kind: 'on-device', waiting, since: null, refused: 0, files: 0 }),
  }
  const exported = vi.fn()
  render(() => (
    <BriefPage
      live={live}
      nameOf={(member) => (member === 'julia' ? 'Julia' : '')}
      status={null}
      mappings={{ get: () => undefined, keep: () => undefined }}
      onBack={() => undefined}
      onExport={exported}
    />
  ))
  return { awareness, exported, setDenied }
}

test.each(['no-access', 'too-many-open', 'not-a-name'] as const)(
  'a brief the relay does not open says so, and why: %s',
  (why) => {
    const { setDenied } = open(new Y.Doc(), why)
    expect(screen.getByText(words.denied[why])).toBeTruthy()
    setLanguage('en')
    expect(screen.getByText(briefWords.en.denied[why])).toBeTruthy()
    setDenied(null)
    expect(screen.queryByText(briefWords.en.denied[why])).toBeNull()
  },
)

test('what waits in a brief that is not opened can be saved as a file', () => {
  const { exported } = open(new Y.Doc(), 'no-access', 3)
  fireEvent.click(screen.getByRole('button', { name: words.keepCopy }))
  expect(exported).toHaveBeenCalledOnce()
})

test('of two titles it says which is from here, and of a colleague’s whose as long as they are here', () => {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()]
  setTitle(mine, '便携咖啡杯')
  setTitle(theirs, '旅行杯')
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
  const { awareness } = open(mine)
  expect(screen.getByText(words.writtenHere)).toBeTruthy()
  expect(screen.getByText(words.writtenElsewhere)).toBeTruthy()
  awareness.states.set(theirs.clientID, { member: 'julia' })
  awareness.emit('change', [{ added: [theirs.clientID], updated: [], removed: [] }, 'relay'])
  expect(screen.getByText(words.writtenBy('Julia'))).toBeTruthy()
})

test('Enter adds a point below, several pasted lines make several points there', () => {
  const doc = new Y.Doc()
  for (const text of ['不漏', '轻']) addPoint(doc, randomRowId(), text)
  open(doc)
  const texts = () => readPoints(rootMap(doc, 'points')).map((point) => point.text)
  const first = screen.getByLabelText<HTMLTextAreaElement>(words.pointLabel(1))
  first.focus()
  fireEvent.keyDown(first, { key: 'Enter' })
  expect(texts()).toEqual(['不漏', '', '轻'])
  const added = document.activeElement
  if (!(added instanceof HTMLTextAreaElement)) throw new Error('the new point has the focus')
  expect(added.getAttribute('aria-label')).toBe(words.pointLabel(2))
  // Nothing is written yet: another Enter makes no second empty point.
  fireEvent.keyDown(added, { key: 'Enter' })
  expect(texts()).toHaveLength(3)
  const paste = new Event('paste', { bubbles: true, cancelable: true })
  const text = '• 陶瓷\n• 350 毫升\n• 可拆洗'
  Object.defineProperty(paste, 'clipboardData', { value: { getData: () => text, files: [] } })
  fireEvent(added, paste)
  expect(texts()).toEqual(['不漏', '陶瓷', '350 毫升', '可拆洗', '轻'])
})

test('a product’s barcode of nineteen digits is text, its category is said in the reader’s words and kept as it was typed', () => {
  const doc = new Y.Doc()
  const id = randomRowId()
  addProduct(doc, id, { sku: 'TB-1', name: '胸背', category: 'pets' })
  open(doc)
  const field = (column: string) =>
    screen.getByLabelText<HTMLTextAreaElement>(new RegExp(`^${column} · .*胸背`))
  expect(field(words.category).value).toBe('宠物用品')
  setLanguage('en')
  expect(field(briefWords.en.category).value).toBe('Pet supplies')
  setLanguage('zh')
  fireEvent.input(field('条码'), { target: { value: '6901234567890123456' } })
  fireEvent.input(field('备注'), { target: { value: '样品在前台' } })
  fireEvent.input(field(words.category), { target: { value: 'baby' } })
  expect(field(words.category).value).toBe('baby')
  fireEvent.blur(field(words.category))
  expect(field(words.category).value).toBe('母婴用品')
  expect(readProducts(rootMap(doc, 'products'))).toMatchObject([
    { id, barcode: '6901234567890123456', note: '样品在前台', category: 'baby' },
  ])
})
