/** Where work is, as one sentence and a tone. Says what the replica knows and never more; no state is left without words. */
import type { DocStatus, OverallStatus } from '#client/replica/status.ts'
import type { Tone } from '#client/ui/toasts.ts'
import type { appWords } from './words.ts'

export interface StatusSentence {
  readonly text: string
  readonly tone: Tone
}

type Words = (typeof appWords)['zh']

/** The line at the foot of the sidebar: everything on this device together. */
export function overallSentence(status: OverallStatus, words: Words): StatusSentence {
  if (status.storage === 'memory-only') return { text: words.memoryOnly, tone: 'bad' }
  if (status.storage === 'lost') return { text: words.storageLost, tone: 'bad' }
  if (status.kind === 'not-stored' || status.storage === 'failing')
    return { text: words.notStored, tone: 'bad' }
  switch (status.link) {
    case 'signed-out':
      return { text: words.signedOut, tone: 'bad' }
    case 'no-access':
      return { text: words.noAccess, tone: 'bad' }
    case 'too-old':
      return { text: words.tooOld, tone: 'warn' }
    case 'fault':
      return { text: words.linkFault, tone: 'warn' }
    case 'offline':
      return waitingOr(status, words.onDeviceOffline, { text: words.offline, tone: 'warn' }, words)
    case 'relay-down':
      return waitingOr(
        status,
        words.onDeviceRelayDown,
        { text: words.relayDown, tone: 'warn' },
        words,
      )
    case 'connecting':
      return waitingOr(status, words.onDevice, { text: words.connecting, tone: 'neutral' }, words)
    case 'ready':
      return documentSentence(status, words)
  }
}

/** The mark beside one document's name, while the relay can be reached. */
export function documentSentence(status: DocStatus, words: Words): StatusSentence {
  switch (status.kind) {
    case 'not-stored':
      return { text: words.notStored, tone: 'bad' }
    case 'refused':
      return { text: words.refused(status.refused), tone: 'bad' }
    case 'saving':
      return { text: words.saving, tone: 'neutral' }
    case 'on-device':
      return status.waiting === 0
        ? { text: words.notYetHeard, tone: 'neutral' }
        : { text: words.onDevice(status.waiting), tone: 'info' }
    case 'safe':
      return { text: words.safe, tone: 'ok' }
  }
}

/** What one document has to add to the line about all of them; null when it would only repeat it. */
export function ownSentence(
  own: DocStatus,
  overall: OverallStatus,
  words: Words,
): StatusSentence | null {
  if (own.kind === 'saving' || own.kind === 'not-stored') return null
  if (own.kind === 'refused')
    return own.refused === overall.refused ? null : documentSentence(own, words)
  if (own.waiting === overall.waiting) return null
  return own.waiting === 0
    ? { text: words.ownSafe, tone: 'ok' }
    : { text: words.ownWaiting(own.waiting), tone: 'info' }
}

function waitingOr(
  status: OverallStatus,
  count: (n: number) => string,
  idle: StatusSentence,
  words: Words,
): StatusSentence {
  if (status.kind === 'refused') return documentSentence(status, words)
  return status.waiting > 0 ? { text: count(status.waiting), tone: 'warn' } : idle
}
