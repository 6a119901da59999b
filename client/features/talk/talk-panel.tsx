/**
 * The talk about a brief: its threads, oldest first, and the field for a new one at the foot. What is shown counts as seen
 * from then on; the marks of what was new stay until it is closed. Left out: where it stands (the app).
 */
import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show } from 'solid-js'
import type * as Y from 'yjs'
import { useWords } from '#client/i18n/words.ts'
import { follow } from '#client/live/follow.ts'
import { Button } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { showToast } from '#client/ui/toasts.ts'
import {
  addComment,
  editComment,
  reopenThread,
  reply,
  resolveThread,
  takeBack,
  type EditRefusal,
  type Saying,
  type SayRefusal,
} from '#shared/documents/commands/talk.ts'
import { readTalk } from '#shared/documents/readers/read-talk.ts'
import { commentsRoot } from '#shared/documents/roots.ts'
import { writtenOf } from '#shared/domain/talk/comment-id.ts'
import { mentionsIn } from '#shared/domain/talk/mentions.ts'
import type { Comment, Thread } from '#shared/domain/talk/talk.ts'
import type { Result } from '#shared/lib/result.ts'
import { Composer } from './composer.tsx'
import { createDrafts } from './create-drafts.ts'
import { sayRefusal } from './say-refusal.ts'
import type { TalkCalls } from './talk-calls.ts'
import { ThreadCard } from './thread-card.tsx'
import { talkWords } from './words.ts'
import './talk.css'

export interface TalkPanelProps {
  readonly doc: Y.Doc
  readonly calls: TalkCalls
  readonly readOnly: boolean
  /** The comment a link leads to. */
  readonly sought: string | null
  /** Grows each time the field is to take the focus. */
  readonly asked: number
}

export function TalkPanel(props: TalkPanelProps) {
  const words = useWords(talkWords)
  const { calls } = props
  const talk = follow(
    () => props.doc,
    (doc) => [commentsRoot(doc)],
    (doc) => ({ threads: readTalk(doc, calls.writerOf()) }),
  )
  const threads = (): readonly Thread[] => talk().threads
  const drafts = createDrafts(calls)
  const [showsResolved, setShowsResolved] = createSignal(false)
  /** Stays where it is until the talk is closed: nothing moves under a finger. */
  const [settledHere, setSettledHere] = createSignal<ReadonlySet<string>>(new Set())
  const seenBefore = calls.seen()
  const isUnread = ({ id, writer }: Comment): boolean => {
    const { client, clock } = writtenOf(id)
    return writer !== calls.me && clock >= (seenBefore.get(client) ?? 0)
  }
  const isNew = ({ comments }: Thread): boolean => comments.some(isUnread)
  const isSought = ({ comments }: Thread): boolean => comments.some(({ id }) => id === props.sought)
  const settled = createMemo(() =>
    threads().filter(({ id, resolvedBy }) => resolvedBy !== null && !settledHere().has(id)),
  )
  const shown = createMemo(() =>
    threads().filter(
      (one) =>
        one.resolvedBy === null ||
        showsResolved() ||
        settledHere().has(one.id) ||
        isNew(one) ||
        isSought(one),
    ),
  )
  createEffect(() => seeAll(threads(), calls))

  let panel: HTMLDivElement | undefined
  let field: HTMLTextAreaElement | undefined
  const find = (comment: string): HTMLElement | null =>
    panel?.querySelector<HTMLElement>(`[id="comment-${CSS.escape(comment)}"]`) ?? null
  onMount(() => {
    const first = shown().flatMap(({ comments }) => comments.filter(isUnread))[0]
    const last = shown().at(-1)?.comments.at(-1)
    const to = first ?? last
    if (props.sought === null && to !== undefined) find(to.id)?.scrollIntoView({ block: 'nearest' })
  })
  createEffect(() => {
    const { sought } = props
    const there = shown().some(isSought)
    const found = sought === null || !there ? null : find(sought)
    found?.scrollIntoView({ block: 'center' })
    found?.focus({ preventScroll: true })
  })
  createEffect(
    on(
      () => props.asked,
      (asked) => asked > 0 && field?.focus(),
    ),
  )

  const saying = (text: string): Saying => ({
    text,
    mentions: mentionsIn(text, calls.people()),
    at: calls.now(),
  })
  const said = (result: Result<unknown, SayRefusal | EditRefusal>): string | null =>
    result.ok ? null : sayRefusal(result.refusal, words())
  const send = (): string | null => {
    const refused = said(addComment(props.doc, saying(drafts.text(''))))
    if (refused !== null) return refused
    drafts.keep('', '')
    queueMicrotask(() => panel?.lastElementChild?.scrollIntoView({ block: 'end' }))
    return null
  }
  const answer = (thread: Thread, text: string): string | null => {
    const refused = said(reply(props.doc, thread.id, saying(text)))
    if (refused === null) drafts.keep(thread.id, '')
    return refused
  }
  // What stands over the page keeps its toasts out of reach; there the way back stands in the thread itself.
  const offerUndo = (text: string, tone: 'ok' | 'neutral', run: () => void): void => {
    if (panel?.closest('[role="dialog"]') !== null) return
    showToast(text, { tone, action: { label: words().undo, run } })
  }
  const settle = ({ id }: Thread): void => {
    setSettledHere(new Set([...settledHere(), id]))
    resolveThread(props.doc, id)
    offerUndo(words().resolved, 'ok', () => reopenThread(props.doc, id))
  }
  const bringBack = ({ id, earlier }: Comment): void => {
    const before = earlier.findLast(({ text }) => text !== '')
    if (before !== undefined) editComment(props.doc, id, saying(before.text), calls.writerOf())
  }
  const takeAway = ({ id, text }: Comment): void => {
    takeBack(props.doc, id, calls.now(), calls.writerOf())
    const run = (): void => void editComment(props.doc, id, saying(text), calls.writerOf())
    offerUndo(words().takenBackToast, 'neutral', run)
  }
  return (
    <>
      <div class="talk" ref={(element) => (panel = element)}>
        <Show when={settled().length > 0}>
          <Button kind="quiet" wide onClick={() => setShowsResolved(!showsResolved())}>
            {showsResolved() ? words().hideResolved : words().showResolved(settled().length)}
          </Button>
        </Show>
        <Show
          when={threads().length > 0}
          fallback={
            <EmptyState
              title={words().empty}
              help={props.readOnly ? words().emptyReadOnly : words().emptyHelp}
            />
          }
        >
          <For each={shown()}>
            {(thread) => (
              <ThreadCard
                thread={thread}
                calls={calls}
                readOnly={props.readOnly}
                isUnread={isUnread}
                sought={props.sought}
                draft={drafts.text(thread.id)}
                onDraft={(text) => drafts.keep(thread.id, text)}
                onReply={(text) => answer(thread, text)}
                onEdit={(comment, text) =>
                  said(editComment(props.doc, comment.id, saying(text), calls.writerOf()))
                }
                onTakeBack={takeAway}
                onBringBack={bringBack}
                onResolve={() => settle(thread)}
                onReopen={() => reopenThread(props.doc, thread.id)}
              />
            )}
          </For>
        </Show>
      </div>
      <div class="talk-foot">
        <Show when={!props.readOnly} fallback={<p class="talk-gone">{words().readOnly}</p>}>
          <Composer
            label={words().composer}
            placeholder={words().placeholder}
            sendLabel={words().send}
            text={drafts.text('')}
            people={calls.people()}
            onText={(text) => drafts.keep('', text)}
            onSend={send}
            ref={(element) => (field = element)}
          />
        </Show>
      </div>
    </>
  )
}

/** Whatever is in the open talk is seen, as soon as the page itself is. */
function seeAll(threads: readonly Thread[], calls: TalkCalls): void {
  const clocks = new Map<number, number>()
  for (const { comments } of threads)
    for (const { id } of comments) {
      const { client, clock } = writtenOf(id)
      clocks.set(client, Math.max(clock + 1, clocks.get(client) ?? 0))
    }
  const note = (): void => {
    if (document.visibilityState === 'visible') calls.noteSeen(clocks)
  }
  note()
  document.addEventListener('visibilitychange', note)
  onCleanup(() => document.removeEventListener('visibilitychange', note))
}
