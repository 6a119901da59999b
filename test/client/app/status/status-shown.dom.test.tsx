/** Each state as a person meets it: the corner's word, what stands across the top, its buttons, and its age. */
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { StatusCorner } from '#client/app/status/status-corner.tsx'
import { StatusNotice } from '#client/app/status/status-notice.tsx'
import { appWords } from '#client/app/words.ts'
import { setLanguage } from '#client/i18n/language.ts'
import type { OverallStatus } from '#client/replica/status.ts'
import { docName } from '#test/client/replica/fake-device.ts'
import { fakeReplica, quiet } from './fake-replica.ts'

type Said = (typeof appWords)['zh']
interface Shown {
  readonly name: string
  readonly status: Partial<OverallStatus>
  readonly line: (words: Said) => string
  readonly notice?: (words: Said) => string
  readonly exports?: true
}

const three = { kind: 'on-device', waiting: 3, since: 1 } as const
const states: readonly Shown[] = [
  { name: 'saving', status: { kind: 'saving' }, line: (t) => t.saving },
  { name: 'on this device', status: three, line: (t) => t.onDevice(3) },
  { name: 'safe on the relay', status: {}, line: (t) => t.safe },
  {
    name: 'refused',
    status: { kind: 'refused', refused: 2 },
    line: (t) => t.refused(2),
    notice: (t) => t.refusedNotice(2),
  },
  {
    name: 'refused, and more waiting',
    status: { ...three, kind: 'refused', refused: 2 },
    line: (t) => t.refusedAndWaiting(2, 3),
    notice: (t) => t.refusedNotice(2),
  },
  {
    name: 'not stored, the disk full',
    status: { kind: 'not-stored', storage: 'failing' },
    line: (t) => t.notStoredLine,
    notice: (t) => t.notStored,
    exports: true,
  },
  { name: 'offline', status: { link: 'offline' }, line: (t) => t.offline },
  {
    name: 'offline with work',
    status: { ...three, link: 'offline' },
    line: (t) => t.onDeviceOffline(3),
  },
  {
    name: 'offline before all was fetched',
    status: { link: 'offline', toFetch: 12 },
    line: (t) => t.notFetched(t.offline, 12),
  },
  {
    name: 'relay down with work',
    status: { ...three, link: 'relay-down' },
    line: (t) => t.onDeviceRelayDown(3),
  },
  {
    name: 'signed out with work',
    status: { ...three, link: 'signed-out' },
    line: (t) => t.onDeviceUnsent(3),
    notice: (t) => t.signedOut,
    exports: true,
  },
  {
    name: 'revoked with work',
    status: { ...three, link: 'no-access' },
    line: (t) => t.onDeviceUnsent(3),
    notice: (t) => t.noAccess,
    exports: true,
  },
  {
    name: 'revoked with nothing waiting',
    status: { link: 'no-access' },
    line: (t) => t.nothingWaits,
    notice: (t) => t.noAccessNothing,
  },
  {
    name: 'storage lost',
    status: { ...three, storage: 'lost' },
    line: (t) => t.unreadable,
    notice: (t) => t.storageLost,
    exports: true,
  },
  {
    name: 'memory only',
    status: { ...three, storage: 'memory-only' },
    line: (t) => t.inMemory(3),
    notice: (t) => t.memoryOnly,
    exports: true,
  },
  {
    name: 'version too old',
    status: { ...three, link: 'too-old' },
    line: (t) => t.onDeviceUnsent(3),
  },
  {
    name: 'not understood by the relay',
    status: { ...three, link: 'fault' },
    line: (t) => t.onDeviceUnsent(3),
    notice: (t) => t.linkFault,
    exports: true,
  },
  {
    name: 'read again from the relay',
    status: { reread: [docName('a')] },
    line: (t) => t.safe,
    notice: (t) => t.reread('Travel mug', 1),
    exports: true,
  },
  { name: 'fetching', status: { toFetch: 12 }, line: (t) => t.fetching(12) },
]

beforeEach(() => {
  vi.useFakeTimers({ now: 10 * 60_000 })
  URL.createObjectURL = () => 'blob:x'
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function show(first: Partial<OverallStatus>) {
  const [status, setStatus] = createSignal<OverallStatus>({ ...quiet, ...first })
  const fake = fakeReplica(first)
  const reopen = vi.fn()
  const { container } = render(() => (
    <>
      <StatusNotice
        status={status()}
        replica={fake.replica}
        titleOf={() => 'Travel mug'}
        now={() => Date.now()}
        onReopen={reopen}
      />
      <StatusCorner status={status()} now={() => Date.now()} />
    </>
  ))
  const line = (): string => container.querySelector('.ui-status [role=status]')?.textContent ?? ''
  const age = (): string => container.querySelector('.ui-status-age')?.textContent ?? ''
  const notice = (): string | null => container.querySelector('.ui-banner p')?.textContent ?? null
  return { ...fake, setStatus, reopen, line, age, notice, container }
}

describe.each(['zh', 'en'] as const)('where work is, in %s', (language) => {
  const words = appWords[language]
  beforeEach(() => setLanguage(language))

  it.each(states)('is drawn when $name', ({ status, line, notice, exports }) => {
    const shown = show(status)
    expect(shown.line()).toBe(line(words))
    expect(shown.notice()).toBe(notice?.(words) ?? null)
    const button = screen.queryByRole('button', { name: words.exportAll })
    if (exports !== true) return
    if (button === null) throw new Error('there is no button to export')
    fireEvent.click(button)
    expect(shown.parts.exportDevice).toHaveBeenCalledOnce()
  })

  it('says by how much the clock is off, and which way', () => {
    const shown = show({ clockOffMs: 86_400_000 })
    expect(shown.notice()).toBe(words.clockAhead(language === 'zh' ? '1天' : '1 day'))
    shown.setStatus({ ...quiet, clockOffMs: -3 * 3_600_000 })
    expect(shown.notice()).toBe(words.clockBehind(language === 'zh' ? '3小时' : '3 hours'))
    shown.setStatus({ ...quiet, clockOffMs: 90_000 })
    expect(shown.notice()).toBeNull()
  })
})

describe('the age of the oldest unsent change', () => {
  beforeEach(() => setLanguage('en'))

  it('moves on by itself and repaints nothing beside itself', () => {
    const shown = show({ ...three, since: 9.5 * 60_000 })
    expect(shown.age()).toBe('')
    const touched: Node[] = []
    const watch = new MutationObserver((all) => touched.push(...all.map(({ target }) => target)))
    watch.observe(shown.container, { subtree: true, childList: true, characterData: true })
    vi.advanceTimersByTime(60_000)
    expect(shown.age()).toBe(appWords.en.oldest('1 minute ago'))
    vi.advanceTimersByTime(2 * 3_600_000)
    expect(shown.age()).toBe(appWords.en.oldest('2 hours ago'))
    const place = shown.container.querySelector('.ui-status-age')
    touched.push(...watch.takeRecords().map(({ target }) => target))
    watch.disconnect()
    expect(touched.length).toBeGreaterThan(0)
    for (const node of touched) expect(place?.contains(node)).toBe(true)
  })

  it('is not announced each time it moves', () => {
    const shown = show({ ...three, since: 1 })
    expect(shown.age()).not.toBe('')
    expect(shown.container.querySelector('[role=status] .ui-status-age')).toBeNull()
  })

  it('goes with the last change that waits', () => {
    const shown = show({ ...three, since: 1 })
    expect(shown.age()).not.toBe('')
    shown.setStatus(quiet)
    expect(shown.age()).toBe('')
    expect(shown.line()).toBe(appWords.en.safe)
  })
})

it('does not speak again of what was read again once a person has seen it', () => {
  setLanguage('en')
  const shown = show({ reread: [docName('a')] })
  fireEvent.click(screen.getByRole('button', { name: appWords.en.seen }))
  expect(shown.parts.seeReread).toHaveBeenCalledOnce()
})

it('connects or opens again when a person says so', () => {
  setLanguage('en')
  const out = show({ link: 'signed-out' })
  fireEvent.click(screen.getByRole('button', { name: appWords.en.retry }))
  expect(out.parts.retry).toHaveBeenCalledOnce()
  cleanup()
  const lost = show({ storage: 'lost' })
  fireEvent.click(screen.getByRole('button', { name: appWords.en.reopen }))
  expect(lost.reopen).toHaveBeenCalledOnce()
})
