/**
 * Where work is, as one sentence and a tone: it counts and never says why a person should act (that is the notice's). Says
 * what the replica knows and never more; no state is left without words, and none is called safe or stored that is not.
 */
import type { DocStatus, OverallStatus } from '#client/replica/status.ts'
import type { Tone } from '#client/ui/toasts.ts'
import type { appWords } from '#client/app/words.ts'

export interface StatusSentence {
  readonly text: string
  readonly tone: Tone
}

type Words = (typeof appWords)['zh']

/** The line at the foot of the sidebar: everything on this device together. */
export function overallSentence(status: OverallStatus, words: Words): StatusSentence {
  const isWell = status.kind !== 'not-stored' && status.storage === 'ok'
  if (status.link === 'alone' && isWell)
    return status.kind === 'saving'
      ? { text: words.saving, tone: 'neutral' }
      : { text: words.alone, tone: 'ok' }
  if (status.kind === 'not-stored' || status.storage === 'failing')
    return { text: words.notStoredLine, tone: 'bad' }
  if (status.storage === 'lost') return { text: words.unreadable, tone: 'bad' }
  if (status.kind === 'refused') return refusedSentence(status, words)
  if (status.storage === 'memory-only') return inMemorySentence(status, words)
  // Without the relay the count stands still while one more is written.
  if (status.kind === 'saving' && (status.link === 'ready' || status.waiting === 0))
    return { text: words.saving, tone: 'neutral' }
  return status.waiting > 0
    ? withFiles(waitingSentence(status, words), status, words)
    : status.files > 0
      ? filesSentence(status, words)
      : idleSentence(status, words)
}

/** What one document has to add to the line about all of them; null when it would only repeat it. */
export function ownSentence(
  own: DocStatus,
  overall: OverallStatus,
  words: Words,
  /** What it is called when it is safe and others are not. */
  safe: string = words.ownSafe,
): StatusSentence | null {
  if (own.kind === 'saving' || own.kind === 'not-stored' || overall.storage === 'lost') return null
  // Said beside the document also when it is the only one: its mark leads to what was refused.
  if (own.kind === 'refused') return { text: words.refused(own.refused), tone: 'bad' }
  if (overall.link === 'alone') return null
  if (own.waiting > 0)
    return own.waiting === overall.waiting && overall.kind !== 'refused'
      ? null
      : { text: words.ownWaiting(own.waiting), tone: 'info' }
  if (own.files > 0)
    return own.files === overall.files && overall.waiting === 0
      ? null
      : { text: words.ownFiles(own.files), tone: 'info' }
  // Also said while another was refused; never of one the relay has not spoken of.
  const isElsewhere = overall.waiting > 0 || overall.refused > 0 || overall.files > 0
  return own.kind === 'safe' && isElsewhere ? { text: safe, tone: 'ok' } : null
}

function refusedSentence({ refused, waiting }: OverallStatus, words: Words): StatusSentence {
  const text = waiting > 0 ? words.refusedAndWaiting(refused, waiting) : words.refused(refused)
  return { text, tone: 'bad' }
}

/** Nothing is on the device: only what the relay has outlives the page. */
function inMemorySentence(status: OverallStatus, words: Words): StatusSentence {
  if (status.waiting > 0 || status.kind === 'saving')
    return { text: words.inMemory(Math.max(1, status.waiting)), tone: 'bad' }
  if (status.files > 0) return { text: words.filesInMemory(status.files), tone: 'bad' }
  if (status.kind === 'on-device') return { text: words.inMemoryIdle, tone: 'warn' }
  return idleSentence(status, words)
}

function waitingSentence({ link, waiting }: OverallStatus, words: Words): StatusSentence {
  switch (link) {
    case 'offline':
      return { text: words.onDeviceOffline(waiting), tone: 'warn' }
    case 'relay-down':
      return { text: words.onDeviceRelayDown(waiting), tone: 'warn' }
    case 'crowded':
      return { text: words.onDeviceCrowded(waiting), tone: 'warn' }
    case 'alone':
    case 'signed-out':
    case 'no-access':
    case 'too-old':
    case 'fault':
      return { text: words.onDeviceUnsent(waiting), tone: 'warn' }
    case 'connecting':
    case 'ready':
      return { text: words.onDevice(waiting), tone: 'info' }
  }
}

const isReached = ({ link }: OverallStatus): boolean => link === 'ready' || link === 'connecting'

/** Every change is sent, files are not. */
const filesSentence = (status: OverallStatus, words: Words): StatusSentence => ({
  text: isReached(status) ? words.filesUnsent(status.files) : words.filesHere(status.files),
  tone: isReached(status) ? 'info' : 'warn',
})

const withFiles = (said: StatusSentence, { files }: OverallStatus, words: Words): StatusSentence =>
  files > 0 ? { ...said, text: words.andFiles(said.text, files) } : said

function idleSentence(status: OverallStatus, words: Words): StatusSentence {
  const { link, kind, toFetch } = status
  const missing = (what: string): string => (toFetch > 0 ? words.notFetched(what, toFetch) : what)
  switch (link) {
    case 'offline':
      return { text: missing(words.offline), tone: 'warn' }
    case 'relay-down':
      return { text: missing(words.relayDown), tone: 'warn' }
    case 'crowded':
      return { text: missing(words.crowded), tone: 'warn' }
    case 'alone':
    case 'signed-out':
    case 'no-access':
    case 'too-old':
    case 'fault':
      return { text: words.nothingWaits, tone: 'neutral' }
    case 'connecting':
      return { text: words.connecting, tone: 'neutral' }
    case 'ready':
      if (toFetch > 0) return { text: words.fetching(toFetch), tone: 'neutral' }
      return kind === 'safe'
        ? { text: words.safe, tone: 'ok' }
        : { text: words.notYetHeard, tone: 'neutral' }
  }
}
