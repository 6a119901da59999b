/** Where a file is, in one line, with a tone when a person should know. */
import { formatBytes } from '#client/i18n/format-bytes.ts'
import type { FileState, ThumbRefusal } from '#client/replica/files/replica-files.ts'
import type { Tone } from '#client/ui/toasts.ts'
import type { fileWords } from './words.ts'

export interface FileFacts {
  readonly size: number
  readonly state: FileState
  readonly refusal: ThumbRefusal | null
  readonly isFetching: boolean
  /** The workspace is on this device alone: nothing waits for a relay. */
  readonly isAlone: boolean
}

export function sayFile(
  { size: bytes, state, refusal, isFetching, isAlone }: FileFacts,
  words: (typeof fileWords)['zh'],
): { readonly text: string; readonly tone: Tone } {
  const size = formatBytes(bytes)
  if (state.kind === 'refused') return { text: words.refused[state.reason], tone: 'bad' }
  if (refusal === 'not-a-picture') return { text: words.notAPicture(size), tone: 'warn' }
  switch (state.kind) {
    case 'sending':
      return { text: words.sending(size), tone: 'neutral' }
    case 'waiting':
      return isAlone
        ? { text: words.aloneHere(size), tone: 'neutral' }
        : { text: words.waiting(size), tone: 'neutral' }
    case 'here':
      return { text: words.here(size), tone: 'neutral' }
    case 'away':
      if (refusal !== null) return { text: words.notHere[refusal], tone: 'neutral' }
      return { text: isFetching ? words.fetching(size) : words.away(size), tone: 'neutral' }
  }
}
