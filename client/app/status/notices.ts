/**
 * What stands across the top: only what a person should do something about, the most urgent alone, with what can be done.
 * A version too old is said by the app's own update notice (client/pwa), which can also update it.
 */
import type { LinkState } from '#client/replica/link-state.ts'
import type { OverallStatus } from '#client/replica/status.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { Tone } from '#client/ui/toasts.ts'
import type { appWords } from '#client/app/words.ts'

export type NoticeAct = 'export' | 'retry' | 'reopen' | 'look' | 'seen'

export interface StatusNoticeText {
  readonly text: string
  readonly tone: Tone
  readonly acts: readonly NoticeAct[]
}

type Words = (typeof appWords)['zh']

const clockOffMs = 2 * 60_000
const look: readonly NoticeAct[] = ['look']

/** `span`: a length of time in words; `titleOf`: '' for a brief without a title. */
export function noticeFor(
  status: OverallStatus,
  words: Words,
  span: (ms: number) => string,
  titleOf: (name: DocName) => string,
): StatusNoticeText | null {
  const { kind, storage, link, waiting, refused } = status
  const isShutOut = link === 'signed-out' || link === 'no-access'
  const unsent = waiting + refused > 0 || kind === 'saving'
  const acts = (...own: readonly NoticeAct[]): readonly NoticeAct[] => [
    ...(refused > 0 ? look : []),
    ...own,
  ]
  if (storage === 'lost')
    return { text: words.storageLost, tone: 'bad', acts: ['export', 'reopen'] }
  if (storage === 'memory-only')
    return {
      text: inMemory(link, words),
      tone: 'bad',
      acts: isShutOut ? acts('export', 'retry') : acts('export'),
    }
  if (kind === 'not-stored' || storage === 'failing')
    return { text: words.notStored, tone: 'bad', acts: acts('export') }
  if (link === 'no-access' || link === 'signed-out') {
    const noAccess = unsent ? words.noAccess : words.noAccessNothing
    return {
      text: link === 'signed-out' ? words.signedOut : noAccess,
      tone: 'bad',
      // Whoever was removed will send nothing any more: what it was can be seen, refused or not.
      acts: unsent
        ? [...(refused > 0 || link === 'no-access' ? look : []), 'export', 'retry']
        : acts('retry'),
    }
  }
  if (refused > 0) return { text: words.refusedNotice(refused), tone: 'bad', acts: look }
  if (link === 'fault')
    return { text: words.linkFault, tone: 'warn', acts: unsent ? ['export', 'reopen'] : ['reopen'] }
  const [reread] = status.reread
  if (reread !== undefined) {
    const text = words.reread(titleOf(reread), status.reread.length)
    return { text, tone: 'info', acts: ['export', 'seen'] }
  }
  return clockNotice(status.clockOffMs, words, span)
}

function inMemory(link: LinkState, words: Words): string {
  if (link === 'signed-out') return words.signedOutInMemory
  return link === 'no-access' ? words.noAccessInMemory : words.memoryOnly
}

function clockNotice(
  offMs: number,
  words: Words,
  span: (ms: number) => string,
): StatusNoticeText | null {
  const by = Math.abs(offMs)
  if (by <= clockOffMs) return null
  const text = offMs > 0 ? words.clockAhead(span(by)) : words.clockBehind(span(by))
  return { text, tone: 'warn', acts: [] }
}
