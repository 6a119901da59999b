import { describe, expect, it } from 'vitest'
import { documentSentence, overallSentence } from '#client/app/status-words.ts'
import { appWords } from '#client/app/words.ts'
import type { OverallStatus } from '#client/replica/status.ts'

const words = appWords.en
const quiet: OverallStatus = {
  kind: 'safe',
  waiting: 0,
  since: null,
  refused: 0,
  link: 'ready',
  storage: 'ok',
  toFetch: 0,
}

describe('the line that says where work is', () => {
  it('says safe only with a relay at hand and nothing waiting', () => {
    expect(overallSentence(quiet, words).text).toBe(words.safe)
    for (const link of [
      'offline',
      'relay-down',
      'connecting',
      'signed-out',
      'no-access',
      'too-old',
      'fault',
    ] as const) {
      expect(overallSentence({ ...quiet, link }, words).text).not.toBe(words.safe)
    }
    expect(documentSentence({ ...quiet, kind: 'on-device' }, words).text).toBe(words.notYetHeard)
  })

  it('counts what waits and says why it waits', () => {
    const three: OverallStatus = { ...quiet, kind: 'on-device', waiting: 3, since: 1 }
    expect(overallSentence({ ...three, link: 'offline' }, words).text).toBe(
      words.onDeviceOffline(3),
    )
    expect(overallSentence({ ...three, link: 'relay-down' }, words).text).toBe(
      words.onDeviceRelayDown(3),
    )
    expect(overallSentence(three, words).text).toBe(words.onDevice(3))
  })

  it('puts a full disk before everything else', () => {
    const full: OverallStatus = {
      ...quiet,
      kind: 'not-stored',
      link: 'offline',
      storage: 'failing',
    }
    expect(overallSentence(full, words)).toEqual({ text: words.notStored, tone: 'bad' })
    expect(overallSentence({ ...quiet, storage: 'memory-only' }, words).tone).toBe('bad')
  })

  it('never hides a refusal behind the network', () => {
    expect(
      overallSentence({ ...quiet, kind: 'refused', refused: 2, link: 'offline' }, words).text,
    ).toBe(words.refused(2))
  })
})
