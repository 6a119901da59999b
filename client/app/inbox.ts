/** The inbox of this person, from the rows of talks alone: no document is opened for it, so it is there offline. */
import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import type { IndexEntry } from '#client/replica/index-rows.ts'
import type { TalkKeeping } from '#client/replica/talk-keeping.ts'
import type { DocumentSummary } from '#shared/documents/summaries.ts'
import type { Person } from '#shared/protocol/control.ts'
import { followHandover, type FollowedHandover } from './handover.ts'
import { stepNotices, type StepNotice, type StepsFor } from '#client/live/step-notices.ts'
import { isTold, type OptionalEventId } from '#shared/domain/notices/notice-events.ts'
import { noticesFor, seenWith, unreadOf, type Notice } from '#shared/domain/talk/notices.ts'
import type { TalkSummary } from '#shared/domain/talk/talk-summary.ts'
import { subjectOf, talkBeside } from '#shared/lib/document-kinds.ts'
import type { DocName, MemberId } from '#shared/lib/ids.ts'

/** What was said to this person, and what was done that is for them to know of. */
export type InboxNotice = Notice | (StepNotice & { readonly unread: boolean })

export interface Inbox {
  readonly keeping: TalkKeeping
  /** Unread first, the newest of each first. */
  readonly notices: Accessor<readonly InboxNotice[]>
  readonly unread: Accessor<number>
  /** The brief or the task a talk is about. */
  subject(talk: DocName): DocName
  /** What stands on the way into the talk about a brief or a task. */
  talkOf(brief: DocName): { readonly count: number; readonly unread: number }
  /** What was done with it stands before this person's eyes. */
  seeSteps(doc: DocName): void
  readAll(): void
  /** What moved while this person was away. */
  readonly handover: FollowedHandover
  /** Events that were turned off. */
  readonly off: Accessor<ReadonlySet<string>>
  turn(event: OptionalEventId, on: boolean): void
}

type Talk = Omit<IndexEntry<unknown>, 'summary'> & { readonly summary: TalkSummary }

/** A brief counts as one's own while it was opened in this time, as it stays on the device. */
const ownMs = 30 * 24 * 3_600_000
/** What was done before that is found in lists and histories. */
const newsMs = 7 * 24 * 3_600_000

/** Follows until the calling view goes. */
export function followInbox(
  me: MemberId,
  keeping: TalkKeeping,
  documents: Accessor<readonly IndexEntry<DocumentSummary>[]>,
  people: Accessor<readonly Person[]>,
  now: () => number,
  did: Accessor<Pick<StepsFor, 'access' | 'flows' | 'tasks'>>,
): Inbox {
  const { authors, desk, quiet, visits } = keeping
  const { whenKept } = desk
  const handover = followHandover({ me, visits, whenKept, documents, people, did, now })
  const [turn, setTurn] = createSignal(0)
  const again = (): void => void setTurn((count) => count + 1)
  onCleanup(authors.subscribe(again))
  onCleanup(desk.onSeen(again))
  onCleanup(quiet.subscribe(again))
  void desk.whenKept.then(again)

  const tasks = createMemo(
    () =>
      new Set(documents().flatMap(({ name, summary }) => (summary.kind === 'task' ? [name] : []))),
  )
  const subject = (talk: DocName): DocName => subjectOf(talk, (name) => tasks().has(name))
  const talks = createMemo(() => talksAmong(documents()), [], { equals: sameItems })
  const rows = createMemo(() => {
    turn()
    return talks().flatMap(({ name, summary, changedAt }) => {
      const opened = desk.openedAt(subject(name))
      const writerOf = (client: number): string => authors.authorOf(name, client)
      for (const { claims } of summary.lines) for (const { client } of claims) writerOf(client)
      // Who wrote it is being looked up: one's own would be told as news for a moment.
      if (authors.isLooking(name)) return []
      const isMine = opened !== null && now() - opened < ownMs
      return [{ name, summary, changedAt, writerOf, seen: desk.seen(name), isMine }]
    })
  })
  const steps = createMemo(() => stepNotices({ ...did(), me, since: now() - newsMs }))
  const done = createMemo(() => {
    turn()
    return steps().map((step) => ({ ...step, unread: step.heardAt > desk.stepsSeen(step.about) }))
  })
  const off = createMemo(() => {
    turn()
    return quiet.off()
  })
  const notices = createMemo((): readonly InboxNotice[] =>
    [...noticesFor(me, rows()), ...done()]
      .filter(({ kind }) => isTold(kind, off()))
      .sort((one, other) => Number(other.unread) - Number(one.unread) || other.at - one.at),
  )
  const seeStep = ({ about, heardAt }: StepNotice): void => desk.noteSteps(about, heardAt)
  return {
    keeping,
    notices,
    handover,
    off,
    turn: (event, on) => quiet.turn(event, on),
    subject,
    unread: () => notices().filter(({ unread }) => unread).length,
    talkOf(brief) {
      const name = talkBeside(brief)
      const row = rows().find((one) => one.name === name)
      const talk = talks().find((one) => one.name === name)
      return {
        count: talk?.summary.count ?? 0,
        unread: row === undefined ? 0 : unreadOf(me, row),
      }
    },
    seeSteps: (doc) =>
      steps()
        .filter(({ about }) => about === doc)
        .forEach(seeStep),
    readAll() {
      steps().forEach(seeStep)
      for (const { name, summary, seen } of rows()) desk.noteSeen(name, seenWith(seen, summary))
    },
  }
}

const talksAmong = (documents: readonly IndexEntry<DocumentSummary>[]): readonly Talk[] =>
  documents.flatMap(({ summary, ...one }) => (summary.kind === 'talk' ? [{ ...one, summary }] : []))

const sameItems = (one: readonly Talk[], other: readonly Talk[]): boolean =>
  one.length === other.length &&
  one.every(
    ({ name, summary, changedAt }, at) =>
      other[at]?.name === name &&
      other[at].summary === summary &&
      other[at].changedAt === changedAt,
  )
