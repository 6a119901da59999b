/** The way into the talk, on the head of what it is about: how many comments, and a dot when some are new. `C` opens it, too. */
import MessageSquare from 'lucide-solid/icons/message-square'
import { Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { useCommands } from '#client/ui/commands.ts'
import { talkWords } from './words.ts'
import './talk.css'

export interface TalkEntryProps {
  readonly count: number
  readonly unread: number
  readonly open: boolean
  readonly onToggle: () => void
  /** Somebody wants to write. */
  readonly onWrite: () => void
}

export function TalkEntry(props: TalkEntryProps) {
  const words = useWords(talkWords)
  const label = (): string =>
    props.unread > 0 ? words().openUnread(props.count, props.unread) : words().open(props.count)
  useCommands(() => [
    { id: 'comment', label: words().composer, keys: 'c', run: () => props.onWrite() },
  ])
  return (
    <Button
      kind="quiet"
      aria-label={label()}
      title={`${label()} (C)`}
      aria-keyshortcuts="C"
      aria-expanded={props.open}
      onClick={() => props.onToggle()}
    >
      <span class="talk-entry">
        <MessageSquare size={18} aria-hidden="true" />
        <Show when={props.count > 0}>{String(props.count)}</Show>
        <Show when={props.unread > 0}>
          <i aria-hidden="true" />
        </Show>
      </span>
    </Button>
  )
}
