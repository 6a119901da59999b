/** Texts begun and not sent: shown from memory, kept on the device, so that a reload loses nothing. */
import { createSignal, onCleanup } from 'solid-js'
import type { TalkCalls } from './talk-calls.ts'

export interface Drafts {
  /** `of`: the thread it answers, empty for a new one. */
  text(of: string): string
  keep(of: string, text: string): void
}

export function createDrafts(calls: Pick<TalkCalls, 'draft' | 'keepDraft' | 'whenKept'>): Drafts {
  const [texts, setTexts] = createSignal<ReadonlyMap<string, string>>(new Map())
  const [version, setVersion] = createSignal(0)
  let gone = false
  onCleanup(() => (gone = true))
  // The device's own memory may come after the first keystroke; what is typed stands.
  void calls.whenKept.then(() => {
    if (!gone) setVersion(1)
  })
  return {
    text(of) {
      version()
      return texts().get(of) ?? calls.draft(of)
    },
    keep(of, text) {
      setTexts(new Map(texts()).set(of, text))
      calls.keepDraft(of, text)
    },
  }
}
