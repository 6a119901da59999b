/** Refused changes as a person meets them: which, when, why, and what each of the three ways out does. */
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DocumentMark } from '#client/app/status/document-mark.tsx'
import { RefusedDialog } from '#client/app/status/refused-dialog.tsx'
import { refusedByDocument } from '#client/app/status/refused-changes.ts'
import { refusedWords } from '#client/app/status/refused-words.ts'
import { appWords } from '#client/app/words.ts'
import { setLanguage } from '#client/i18n/language.ts'
import type { RefusedRow } from '#client/replica/store.ts'
import { refusalBytes, type PushRefusal } from '#shared/protocol/refusals.ts'
import { docName } from '#test/client/replica/fake-device.ts'
import { fakeReplica, refusedRow } from './fake-replica.ts'

const noted = (c: string, f: readonly string[]): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ c, f, t: 1 }))

beforeEach(() => {
  setLanguage('zh')
  URL.createObjectURL = () => 'blob:x'
})
afterEach(cleanup)

function open(rows: readonly RefusedRow[]) {
  const fake = fakeReplica({ kind: 'refused', refused: rows.length }, rows)
  const close = vi.fn()
  render(() => (
    <RefusedDialog
      replica={fake.replica}
      titleOf={(name) => (name === docName('a') ? '瑜伽垫首批' : '')}
      onClose={close}
    />
  ))
  return { ...fake, close }
}

describe.each(['zh', 'en'] as const)('refused changes in %s', (language) => {
  const words = refusedWords[language]
  beforeEach(() => setLanguage(language))

  it.each(Object.keys(refusalBytes) as PushRefusal[])(
    'say why in plain words: %s',
    async (reason) => {
      open([refusedRow(1, 'a', { reason })])
      expect(await screen.findByText(words.reasons[reason])).toBeTruthy()
    },
  )

  it('name the brief, the parts that were touched, and when', async () => {
    open([refusedRow(1, 'a', { note: noted('setTitle+addPoint', ['title', 'r1']) })])
    expect(await screen.findByRole('heading', { name: '瑜伽垫首批' })).toBeTruthy()
    const both = [words.parts.title, words.parts.points].join(words.between)
    expect((await screen.findByText(new RegExp(`^${both} · `))).textContent).toMatch(/23/)
  })
})

it('somebody whose access was withdrawn sees what was not sent, to save it and no more', async () => {
  const words = refusedWords.zh
  const { replica, parts } = fakeReplica({ kind: 'on-device', waiting: 1, link: 'no-access' })
  parts.unsent.mockResolvedValue([refusedRow(1, 'a', { note: noted('addPoint', ['r1']) })])
  render(() => (
    <RefusedDialog replica={replica} titleOf={() => '瑜伽垫首批'} onClose={() => undefined} />
  ))
  expect(await screen.findByRole('heading', { name: '瑜伽垫首批' })).toBeTruthy()
  expect(screen.getByText(words.unsentHelp)).toBeTruthy()
  expect(screen.queryByRole('button', { name: words.retry })).toBeNull()
  expect(screen.queryByRole('button', { name: words.letGo })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: words.exportOne }))
  expect(parts.exportRefused).toHaveBeenCalledExactlyOnceWith(docName('a'))
})

it.each([
  ['setTitle', ['title'], ['title']],
  ['chooseTitle', ['title'], ['title']],
  ['importProducts', ['3', '0'], ['products']],
  ['setProductField', ['r1/name'], ['products']],
  ['removeProduct', ['r1'], ['products']],
  ['toggleTarget', ['web.DE.de-DE'], ['targets']],
  ['movePoint', ['r1'], ['points']],
  ['setPointText', ['r1'], ['points']],
  ['setWantedBy', ['wantedBy'], ['wantedBy']],
  ['setRush', ['rush'], ['rush']],
  ['restoreBrief', ['1'], ['restored']],
  ['edit', ['text:notes'], ['notes']],
  ['undo', ['short', 'points'], ['undone', 'title', 'points']],
  ['somethingNewer', ['x'], ['other']],
])('the note %s is read as the part of the brief it touched', (command, said, parts) => {
  const [one] = refusedByDocument([refusedRow(1, 'a', { note: noted(command, said) })])
  expect(one?.changes[0]?.parts).toEqual(parts)
})

it('strokes of one minute at the same part are one line with their count', () => {
  const at = Date.UTC(2026, 10, 23, 8, 30)
  const [one] = refusedByDocument([
    refusedRow(1, 'a', { at }),
    refusedRow(2, 'a', { at: at + 59_000 }),
    refusedRow(3, 'a', { at: at + 60_000 }),
    refusedRow(4, 'a', { at: at + 60_000, reason: 'too-large' }),
  ])
  expect(one?.changes.map(({ count }) => count)).toEqual([2, 1, 1])
})

it('a note that cannot be read is still a change', () => {
  const [one] = refusedByDocument([refusedRow(1, 'a', { note: new Uint8Array([1, 2]) })])
  expect(one?.changes[0]?.parts).toEqual(['other'])
})

describe('what can be done', () => {
  const words = refusedWords.zh

  it('sends one brief again and says that none is left', async () => {
    const { parts } = open([refusedRow(1, 'a'), refusedRow(2, 'a')])
    fireEvent.click(await screen.findByRole('button', { name: words.retry }))
    expect(parts.retryRefused).toHaveBeenCalledWith(docName('a'))
    expect(await screen.findByText(words.none)).toBeTruthy()
  })

  it('lets go only after asking once, and of that brief alone', async () => {
    const { parts } = open([refusedRow(1, 'a'), refusedRow(2, 'b')])
    const [first] = await screen.findAllByRole('button', { name: words.letGo })
    if (first === undefined) throw new Error('there is nothing to let go')
    fireEvent.click(first)
    expect(parts.discardRefused).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: words.keep }))
    expect(screen.queryByText(words.letGoAsk(1))).toBeNull()
    const [again] = await screen.findAllByRole('button', { name: words.letGo })
    if (again !== undefined) fireEvent.click(again)
    fireEvent.click(screen.getByRole('button', { name: words.letGoSure }))
    expect(parts.discardRefused).toHaveBeenCalledExactlyOnceWith(docName('a'))
    expect(await screen.findByRole('heading', { name: words.untitled })).toBeTruthy()
    expect(screen.queryByRole('heading', { name: '瑜伽垫首批' })).toBeNull()
  })

  it('exports one brief', async () => {
    const { parts } = open([refusedRow(1, 'a')])
    fireEvent.click(await screen.findByRole('button', { name: words.exportOne }))
    expect(parts.exportRefused).toHaveBeenCalledWith(docName('a'))
  })

  it('keeps everything and says so when sending again fails', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { parts } = open([refusedRow(1, 'a')])
    parts.retryRefused.mockRejectedValue(new Error('the disk is full'))
    fireEvent.click(await screen.findByRole('button', { name: words.retry }))
    expect(await screen.findByText(words.failed)).toBeTruthy()
    expect(screen.getByRole('button', { name: words.retry })).toBeTruthy()
    vi.restoreAllMocks()
  })
})

it('the mark beside a brief leads to its own refused changes', async () => {
  const rows = [refusedRow(1, 'a'), refusedRow(2, 'b')]
  const { replica, parts } = fakeReplica({ kind: 'refused', refused: 2 }, rows)
  const own = { kind: 'refused', waiting: 0, since: null, refused: 1, files: 0 } as const
  render(() => (
    <DocumentMark
      replica={replica}
      name={docName('a')}
      own={own}
      overall={parts.status.overall()}
      titleOf={(name) => name}
    />
  ))
  fireEvent.click(screen.getByRole('button', { name: appWords.zh.refused(1) }))
  expect(await screen.findByRole('heading', { name: docName('a') })).toBeTruthy()
  expect(screen.queryByRole('heading', { name: docName('b') })).toBeNull()
})
