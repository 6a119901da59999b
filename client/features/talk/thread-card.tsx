/** One thread: its comments, an answer, and settling it. */
import { createSignal, For, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import type { Comment, Thread } from '#shared/domain/talk/talk.ts'
import { CommentLine, nameOf } from './comment-line.tsx'
import { Composer } from './composer.tsx'
import type { TalkCalls } from './talk-calls.ts'
import { talkWords } from './words.ts'
import './talk.css'

export interface ThreadCardProps {
  readonly thread: Thread
  readonly calls: TalkCalls
  readonly readOnly: boolean
  readonly isUnread: (comment: Comment) => boolean
  readonly sought: string | null
  readonly draft: string
  readonly onDraft: (text: string) => void
  readonly onReply: (text: string) => string | null
  readonly onEdit: (comment: Comment, text: string) => string | null
  readonly onTakeBack: (comment: Comment) => void
  readonly onBringBack: (comment: Comment) => void
  readonly onResolve: () => void
  readonly onReopen: () => void
}

export function ThreadCard(props: ThreadCardProps) {
  const words = useWords(talkWords)
  // An answer begun before a reload is open again.
  const [replying, setReplying] = createSignal(props.draft !== '')
  let again: HTMLButtonElement | undefined
  const author = (): string => nameOf(props.thread.comments[0]?.writer ?? '', props.calls, words())
  const close = (): void => {
    setReplying(false)
    again?.focus()
  }
  const send = (): string | null => {
    const refused = props.onReply(props.draft)
    if (refused === null) setReplying(false)
    return refused
  }
  return (
    <article
      class="talk-thread"
      aria-label={words().thread(author())}
      data-resolved={props.thread.resolvedBy === null ? undefined : ''}
    >
      <Show when={props.thread.resolvedBy}>
        {(who) => (
          <p class="talk-resolved">
            {who() === props.calls.me
              ? words().resolvedByYou
              : words().resolvedBy(nameOf(who(), props.calls, words()))}
          </p>
        )}
      </Show>
      <ol>
        <For each={props.thread.comments}>
          {(comment) => (
            <CommentLine
              comment={comment}
              calls={props.calls}
              readOnly={props.readOnly}
              unread={props.isUnread(comment)}
              sought={props.sought === comment.id}
              onEdit={(text) => props.onEdit(comment, text)}
              onTakeBack={() => props.onTakeBack(comment)}
              onBringBack={() => props.onBringBack(comment)}
            />
          )}
        </For>
      </ol>
      <Show when={!props.readOnly}>
        <Show
          when={replying()}
          fallback={
            <div class="talk-thread-acts">
              <Button
                kind="quiet"
                ref={(element) => (again = element)}
                onClick={() => setReplying(true)}
              >
                {words().reply}
              </Button>
              <Show
                when={props.thread.resolvedBy === null}
                fallback={
                  <Button kind="quiet" onClick={() => props.onReopen()}>
                    {words().reopen}
                  </Button>
                }
              >
                <Button kind="quiet" onClick={() => props.onResolve()}>
                  {words().resolve}
                </Button>
              </Show>
            </div>
          }
        >
          <div class="talk-thread-reply">
            <Composer
              label={words().replyTo}
              placeholder={words().replyPlaceholder}
              sendLabel={words().send}
              text={props.draft}
              people={props.calls.people()}
              onText={(text) => props.onDraft(text)}
              onSend={send}
              onCancel={close}
              autofocus={props.draft === ''}
            />
          </div>
        </Show>
      </Show>
    </article>
  )
}
