/** One comment: who, when, what, whether it was edited, and, on one's own, editing and taking back. */
import { createSignal, For, Show } from 'solid-js'
import { formatDateTime, formatRelative } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { Avatar } from '#client/ui/avatar.tsx'
import { Button } from '#client/ui/button.tsx'
import { broughtBy } from '#shared/domain/talk/brought.ts'
import type { Comment } from '#shared/domain/talk/talk.ts'
import { CommentText } from './comment-text.tsx'
import { Composer } from './composer.tsx'
import type { TalkCalls } from './talk-calls.ts'
import { talkWords } from './words.ts'
import './talk.css'

export interface CommentLineProps {
  readonly comment: Comment
  readonly calls: TalkCalls
  readonly readOnly: boolean
  readonly unread: boolean
  /** A link led here. */
  readonly sought: boolean
  /** A sentence when it cannot be; null when done. */
  readonly onEdit: (text: string) => string | null
  readonly onTakeBack: () => void
  /** As it was before it was taken back. */
  readonly onBringBack: () => void
}

export function CommentLine(props: CommentLineProps) {
  const words = useWords(talkWords)
  const [editing, setEditing] = createSignal<string | null>(null)
  const [showsEarlier, setShowsEarlier] = createSignal(false)
  const isOwn = (): boolean => props.comment.writer === props.calls.me
  const name = (): string => nameOf(props.comment.writer, props.calls, words())
  const save = (): string | null => {
    const refused = props.onEdit(editing() ?? '')
    if (refused === null) setEditing(null)
    return refused
  }
  /** Newest first; one that was taken back in between says nothing. */
  const earlier = () => props.comment.earlier.filter(({ text }) => text !== '').toReversed()
  const isSaid = (): boolean => props.comment.standing === 'said'
  return (
    <li
      class="talk-comment"
      id={`comment-${props.comment.id}`}
      tabIndex={-1}
      data-sought={props.sought ? '' : undefined}
      data-unread={props.unread ? '' : undefined}
    >
      <Avatar id={props.comment.writer} name={name()} />
      <div class="talk-comment-body">
        <p class="talk-comment-head">
          <span class="talk-who">{isOwn() ? words().you : name()}</span>
          <a class="talk-time" href={props.calls.linkTo(props.comment.id)}>
            <time title={formatDateTime(props.comment.at)}>
              {timeOf(props.comment.at, props.calls.now())}
            </time>
          </a>
          <Show when={isSaid() && earlier().length > 0}>
            <button
              type="button"
              class="talk-edited"
              aria-expanded={showsEarlier()}
              onClick={() => setShowsEarlier(!showsEarlier())}
            >
              {showsEarlier() ? words().hideEarlier : words().edited}
            </button>
          </Show>
          <Show when={props.unread}>
            <span class="talk-new">{words().unread}</span>
          </Show>
        </p>
        <Show
          when={editing() === null}
          fallback={
            <Composer
              label={words().editing}
              placeholder=""
              sendLabel={words().save}
              text={editing() ?? ''}
              people={props.calls.people()}
              onText={setEditing}
              onSend={save}
              onCancel={() => setEditing(null)}
              autofocus
            />
          }
        >
          <Show when={isSaid()} fallback={<Gone standing={props.comment.standing} />}>
            <CommentText said={props.comment} me={props.calls.me} />
          </Show>
          <Show when={showsEarlier() && isSaid()}>
            <ol class="talk-earlier" aria-label={words().earlier}>
              <For each={earlier()}>
                {(wording) => (
                  <li>
                    <time class="talk-time">{formatDateTime(wording.at)}</time>
                    <CommentText said={wording} me={props.calls.me} />
                  </li>
                )}
              </For>
            </ol>
          </Show>
          <Show when={isOwn() && !props.readOnly && props.comment.standing === 'taken-back'}>
            <div class="talk-own">
              <Button kind="quiet" onClick={() => props.onBringBack()}>
                {words().bringBack}
              </Button>
            </div>
          </Show>
          <Show when={isOwn() && !props.readOnly && isSaid()}>
            <div class="talk-own">
              <Button kind="quiet" onClick={() => setEditing(props.comment.text)}>
                {words().edit}
              </Button>
              <Button kind="quiet" onClick={() => props.onTakeBack()}>
                {words().takeBack}
              </Button>
            </div>
          </Show>
        </Show>
      </div>
    </li>
  )
}

function Gone(props: { readonly standing: Comment['standing'] }) {
  const words = useWords(talkWords)
  return (
    <p class="talk-gone">
      {props.standing === 'taken-back' ? words().takenBack : words().overwritten}
    </p>
  )
}

export function nameOf(
  writer: string,
  calls: Pick<TalkCalls, 'nameOf'>,
  words: (typeof talkWords)['zh' | 'en'],
): string {
  const brought = broughtBy(writer)
  if (brought !== null) return words.brought(brought.name || words.somebody)
  return calls.nameOf(writer) || words.somebody
}

const dayMs = 24 * 3_600_000

/** A clock that is ahead does not speak of the future. */
function timeOf(at: number, now: number): string {
  if (at === 0) return ''
  return now - at < dayMs ? formatRelative(Math.min(at, now), now) : formatDateTime(at)
}
