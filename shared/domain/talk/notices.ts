/**
 * The inbox: which comments are for a person to know of, judged from the rows of talks alone. Somebody spoke to them,
 * answered in a thread they take part in, or said something about a brief they opened or changed. Own comments never count.
 */
import type { CommentId, DocName, MemberId } from '#shared/lib/ids.ts'
import { writtenOf } from './comment-id.ts'
import type { WriterOf } from './talk.ts'
import type { Claim, TalkLine, TalkSummary } from './talk-summary.ts'

export type NoticeKind = 'mention' | 'reply' | 'on-your-brief'

export interface Notice {
  /** `<talk>/<comment>`. */
  readonly id: string
  readonly talk: DocName
  readonly comment: CommentId
  readonly kind: NoticeKind
  readonly writer: string
  /** The beginning of what was said; empty where only its card is here. */
  readonly text: string
  readonly at: number
  readonly unread: boolean
}

/** A talk as a person looks at it. */
export interface TalkRow {
  readonly name: DocName
  readonly summary: TalkSummary
  /** When it last changed here, ms: orders talks among each other. */
  readonly changedAt: number
  readonly writerOf: WriterOf
  /** By clientID the clock below which everything was seen. */
  readonly seen: ReadonlyMap<number, number>
  /** The person opened or changed the brief it is about. */
  readonly isMine: boolean
}

/** Unread first; then the talk that changed last, and in it the newest comment. */
export function noticesFor(me: MemberId, talks: readonly TalkRow[]): Notice[] {
  const all = [...talks]
    .sort((a, b) => b.changedAt - a.changedAt || (a.name < b.name ? -1 : 1))
    .flatMap((talk) => talk.summary.lines.flatMap((line) => noticeOf(me, talk, line) ?? []))
  return [...all.filter(({ unread }) => unread), ...all.filter(({ unread }) => !unread)]
}

/** Whatever is unread of a talk, and not one's own; as far as its row tells. */
export const unreadOf = (me: MemberId, talk: Omit<TalkRow, 'isMine'>): number =>
  talk.summary.lines.filter(
    (line) => isUnread(talk, line) && talk.writerOf(writtenOf(line.id).client) !== me,
  ).length

/** What was seen once the whole row is: for marking as read without opening the talk. */
export function seenWith(
  seen: ReadonlyMap<number, number>,
  { lines }: TalkSummary,
): Map<number, number> {
  const all = new Map(seen)
  for (const { id } of lines) {
    const { client, clock } = writtenOf(id)
    all.set(client, Math.max(clock + 1, all.get(client) ?? 0))
  }
  return all
}

function noticeOf(me: MemberId, talk: TalkRow, line: TalkLine): Notice | null {
  const { writerOf } = talk
  const author = writtenOf(line.id).client
  const writer = writerOf(author)
  if (writer === me) return null
  if (line.brought !== undefined && writerOf(line.brought) === writer) return null
  const last = line.claims.findLast(
    ({ client }) => client === author || writerOf(client) === writer,
  )
  // Taken back: nothing to know any more.
  if (last === undefined || last.text === '') return null
  const kind = kindOf(me, talk, line, last)
  if (kind === null) return null
  return {
    id: `${talk.name}/${line.id}`,
    talk: talk.name,
    comment: line.id,
    kind,
    writer,
    text: last.text === '…' ? '' : last.text,
    at: line.at,
    unread: isUnread(talk, line),
  }
}

function kindOf(me: MemberId, talk: TalkRow, line: TalkLine, last: Claim): NoticeKind | null {
  if (last.mentions.includes(me)) return 'mention'
  const thread = line.thread ?? line.id
  const party = talk.summary.parties.find((one) => one.thread === thread)
  const takesPart =
    party !== undefined &&
    (party.asked.includes(me) || party.clients.some((client) => talk.writerOf(client) === me))
  if (line.thread !== null && takesPart) return 'reply'
  return talk.isMine ? 'on-your-brief' : null
}

function isUnread({ seen }: Pick<TalkRow, 'seen'>, { id }: TalkLine): boolean {
  const { client, clock } = writtenOf(id)
  return clock >= (seen.get(client) ?? 0)
}
