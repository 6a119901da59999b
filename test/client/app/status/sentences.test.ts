/** The words about where work is, in every state the replica can tell: true, in both languages, and never against each other. */
import { describe, expect, it } from 'vitest'
import { noticeFor } from '#client/app/status/notices.ts'
import { overallSentence, ownSentence } from '#client/app/status/sentences.ts'
import { appWords } from '#client/app/words.ts'
import { docName } from '#test/client/replica/fake-device.ts'
import type { LinkState } from '#client/replica/link-state.ts'
import type { OverallStatus, StatusKind } from '#client/replica/status.ts'
import type { StorageState } from '#client/replica/store.ts'

const words = appWords.en
const quiet: OverallStatus = {
  kind: 'safe',
  waiting: 0,
  since: null,
  refused: 0,
  files: 0,
  link: 'ready',
  storage: 'ok',
  toFetch: 0,
  reread: [],
  clockOffMs: 0,
}
const links: readonly LinkState[] = [
  'ready',
  'offline',
  'relay-down',
  'crowded',
  'connecting',
  'signed-out',
  'no-access',
  'too-old',
  'fault',
]
const storages: readonly StorageState[] = ['ok', 'memory-only', 'failing', 'lost']
const titleOf = (): string => 'Travel mug'
const span = (ms: number): string => `${ms / 60_000} minutes`

/** Every status the replica can tell, by kind: what its facts imply is kept. */
function* everyStatus(): Iterable<OverallStatus> {
  const counts: Record<StatusKind, readonly (readonly [waiting: number, refused: number])[]> = {
    saving: [
      [0, 0],
      [3, 0],
    ],
    'on-device': [
      [0, 0],
      [3, 0],
    ],
    safe: [[0, 0]],
    refused: [
      [0, 2],
      [3, 2],
    ],
    'not-stored': [
      [0, 0],
      [3, 2],
    ],
  }
  const kinds = Object.keys(counts) as StatusKind[]
  for (const kind of kinds)
    for (const [waiting, refused] of counts[kind])
      for (const link of links)
        for (const storage of storages)
          for (const toFetch of [0, 12])
            for (const clockOffMs of [0, 86_400_000, -86_400_000]) {
              const since = waiting > 0 ? 1 : null
              const reread = toFetch > 0 ? [docName('a')] : []
              // What the relay lacks a file of is not safe.
              for (const files of kind === 'safe' ? [0] : [0, 2])
                yield {
                  ...{ kind, waiting, refused, files, since },
                  ...{ link, storage, toFetch, reread, clockOffMs },
                }
            }
}

describe.each(['zh', 'en'] as const)('the line that says where work is, in %s', (language) => {
  const said = appWords[language]

  it('says safe on the relay only when nothing waits, nothing is refused, and the relay is at hand', () => {
    for (const status of everyStatus()) {
      const { text } = overallSentence(status, said)
      expect(text).not.toBe('')
      if (text === said.safe) {
        expect(status).toMatchObject({
          kind: 'safe',
          waiting: 0,
          refused: 0,
          files: 0,
          link: 'ready',
        })
        expect(['ok', 'memory-only']).toContain(status.storage)
      }
    }
  })

  it('never says that a change is on this device when the device keeps nothing', () => {
    const onDevice = [
      said.onDevice(3),
      said.onDeviceOffline(3),
      said.onDeviceRelayDown(3),
      said.onDeviceUnsent(3),
      said.notYetHeard,
      said.signedOut,
      said.noAccess,
      said.refusedNotice(2),
    ]
    for (const status of everyStatus()) {
      if (status.storage === 'ok' && status.kind !== 'not-stored') continue
      const line = overallSentence(status, said).text
      const notice = noticeFor(status, said, span, titleOf)?.text ?? ''
      for (const claim of onDevice) expect([line, notice]).not.toContain(claim)
    }
  })

  it('counts what waits wherever it can be known', () => {
    for (const status of everyStatus()) {
      if (status.waiting === 0 || status.kind === 'not-stored' || status.storage === 'lost')
        continue
      if (status.storage === 'failing') continue
      const line = overallSentence(status, said).text
      if (line !== said.saving) expect(line).toMatch(/3/)
    }
  })

  it('offers a file whenever work is nowhere but here and the relay or the disk does not take it', () => {
    for (const status of everyStatus()) {
      const { link, storage, waiting, kind, refused } = status
      const shutOut = link === 'signed-out' || link === 'no-access'
      const inDanger =
        storage !== 'ok' || kind === 'not-stored' || (shutOut && waiting + refused > 0)
      const acts = noticeFor(status, said, span, titleOf)?.acts ?? []
      if (inDanger) expect(acts).toContain('export')
      if (refused > 0 && storage !== 'lost') expect(acts).toContain('look')
    }
  })

  it('says something different for each state', () => {
    const without = <T>(all: readonly T[], ...same: readonly T[]): T[] =>
      all.filter((one) => !same.includes(one))
    const told = [
      quiet,
      { ...quiet, kind: 'saving' as const },
      // Connecting again keeps the words about what waits.
      ...without(links, 'connecting').map((link) => ({
        ...quiet,
        kind: 'on-device' as const,
        waiting: 3,
        link,
      })),
      ...without(links, 'ready').map((link) => ({ ...quiet, link })),
      ...without(storages, 'ok').map((storage) => ({ ...quiet, storage })),
      { ...quiet, kind: 'refused' as const, refused: 2 },
      { ...quiet, toFetch: 12 },
      { ...quiet, clockOffMs: 180_000 },
      { ...quiet, reread: [docName('a')] },
    ].map((status) => {
      const notice = noticeFor(status, said, span, titleOf)?.text ?? ''
      // A version too old is said by the update notice.
      return [overallSentence(status, said).text, notice, status.link === 'too-old'].join(' | ')
    })
    expect(told.filter((text, at) => told.indexOf(text) !== at)).toEqual([])
  })
})

describe('what stands across the top', () => {
  it('is nothing while nobody needs to act', () => {
    for (const link of ['ready', 'offline', 'relay-down', 'connecting', 'too-old'] as const)
      for (const kind of ['safe', 'saving', 'on-device'] as const)
        expect(noticeFor({ ...quiet, kind, link, toFetch: 12 }, words, span, titleOf)).toBeNull()
  })

  it('says which brief was read again, calmly and without standing before what cannot wait', () => {
    const two: OverallStatus = { ...quiet, reread: [docName('a'), docName('b')] }
    const one: OverallStatus = { ...quiet, reread: [docName('a')] }
    expect(noticeFor(one, words, span, titleOf)).toEqual({
      text: words.reread('Travel mug', 1),
      tone: 'info',
      acts: ['export', 'seen'],
    })
    expect(noticeFor(one, words, span, () => '')?.text).toContain('1 brief')
    expect(noticeFor(two, words, span, titleOf)?.text).toContain('2 briefs')
    expect(noticeFor({ ...one, refused: 1, kind: 'refused' }, words, span, titleOf)?.text).toBe(
      words.refusedNotice(1),
    )
  })

  it('speaks of the clock from more than two minutes on, and says which way', () => {
    const at = (clockOffMs: number) =>
      noticeFor({ ...quiet, clockOffMs }, words, span, titleOf)?.text
    expect(at(120_000)).toBeUndefined()
    expect(at(-120_000)).toBeUndefined()
    expect(at(180_000)).toBe(words.clockAhead('3 minutes'))
    expect(at(-180_000)).toBe(words.clockBehind('3 minutes'))
  })
})

describe('the mark beside one document', () => {
  const three: OverallStatus = { ...quiet, kind: 'on-device', waiting: 3, since: 1 }

  it('adds only what the line about all does not say', () => {
    expect(ownSentence(three, three, words)).toBeNull()
    expect(ownSentence({ ...three, waiting: 1 }, three, words)?.text).toBe(words.ownWaiting(1))
    expect(ownSentence(quiet, three, words)?.text).toBe(words.ownSafe)
    expect(ownSentence(quiet, quiet, words)).toBeNull()
  })

  it('does not call a document safe that the relay never spoke of', () => {
    expect(ownSentence({ ...three, waiting: 0, since: null }, three, words)).toBeNull()
  })

  it('leads to its refused changes also when they are the only ones', () => {
    const refused: OverallStatus = { ...quiet, kind: 'refused', refused: 2 }
    expect(ownSentence(refused, refused, words)?.text).toBe(words.refused(2))
  })
})

describe('a workspace on this device alone', () => {
  it('is saved here, and counts nothing as waiting: there is nowhere to send it', () => {
    const alone: OverallStatus = {
      ...quiet,
      kind: 'on-device',
      waiting: 3,
      since: 1,
      link: 'alone',
    }
    expect(overallSentence(alone, words)).toEqual({ text: words.alone, tone: 'ok' })
    expect(overallSentence({ ...alone, kind: 'saving' }, words).text).toBe(words.saving)
    expect(ownSentence(alone, alone, words)).toBeNull()
    expect(noticeFor(alone, words, span, titleOf)).toBeNull()
  })
  it('says of a disk that fails what is said everywhere', () => {
    for (const storage of ['failing', 'lost', 'memory-only'] as const) {
      const failing: OverallStatus = {
        ...quiet,
        kind: 'on-device',
        waiting: 3,
        link: 'alone',
        storage,
      }
      expect(overallSentence(failing, words).tone).toBe('bad')
    }
  })
})
