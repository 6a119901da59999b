/**
 * What others did that is for this person to know of: with a brief they submitted or are to judge, with a task that came to them.
 * From flows and logs alone, so it is there offline. Left out: what was said (domain/talk/notices.ts), what was seen (the desk).
 */
import type { Access } from '#shared/lib/access.ts'
import type { DocName, MemberId } from '#shared/lib/ids.ts'
import type { NoticeEventId } from '#shared/domain/notices/notice-events.ts'
import type { NoticeKind } from '#shared/domain/talk/notices.ts'
import { doingOf, stageById, type Sop } from '#shared/domain/tasks/sop.ts'
import type { BriefFlow } from '#shared/records/brief-flow.ts'
import type { TaskEntry } from '#shared/records/task-log.ts'
import type { ListedTask } from './list-tasks.ts'

export type StepNoticeKind = Exclude<NoticeEventId, NoticeKind | 'change-refused' | 'access-ended'>

export interface StepNotice {
  /** The record's. */
  readonly id: string
  readonly about: DocName
  readonly kind: StepNoticeKind
  readonly writer: MemberId
  /** What was given as the reason; may be empty. */
  readonly text: string
  /** By its maker's device, ms. */
  readonly at: number
  /** When the relay had it, which orders what comes late behind what was seen. */
  readonly heardAt: number
}

export interface StepsFor {
  readonly me: MemberId
  readonly access: Access
  readonly flows: ReadonlyMap<DocName, BriefFlow>
  readonly tasks: readonly ListedTask[]
  /** What is older is history, not news. */
  readonly since: number
}

/** The newest first. */
export function stepNotices({ me, access, flows, tasks, since }: StepsFor): readonly StepNotice[] {
  const found: StepNotice[] = []
  const judges = access === 'owner' || access === 'lead'
  for (const [about, { steps }] of flows) {
    const isMine = steps.some(({ outcome, by }) => outcome === 'submitted' && by === me)
    for (const { id, outcome, by, reason, at, receivedAt } of steps)
      if (by !== me && (outcome === 'submitted' ? judges : isMine))
        found.push({
          id,
          about,
          kind: outcome,
          writer: by,
          text: reason,
          at,
          heardAt: receivedAt ?? at,
        })
  }
  for (const { name, summary, log, sop } of tasks) {
    if (summary.retired) continue
    for (const entry of log.entries) {
      const kind = entry.by === me ? null : kindFor(me, entry, summary.owners, log, sop)
      if (kind === null) continue
      const { id, by, reason, at, receivedAt } = entry
      found.push({ id, about: name, kind, writer: by, text: reason, at, heardAt: receivedAt ?? at })
    }
  }
  return found
    .filter(({ heardAt }) => heardAt > since)
    .sort((one, other) => other.at - one.at || (one.id < other.id ? -1 : 1))
}

function kindFor(
  me: MemberId,
  { outcome, step, to, whom, of }: TaskEntry,
  owners: ListedTask['summary']['owners'],
  log: Pick<ListedTask['log'], 'entries'>,
  sop: Sop | null,
): StepNoticeKind | null {
  if (outcome === 'went-wrong') return whom === me || owners[step] === me ? 'went-wrong' : null
  if (outcome === 'mended')
    return log.entries.some(({ id, by }) => id === of && by === me) ? 'mended' : null
  if (outcome === 'handed-over') return whom === me ? 'handed-to-you' : null
  if (outcome === 'waiting') return whom === me ? 'waits-for-you' : null
  if (to === null || owners[to] !== me) return null
  if (outcome === 'back') return 'sent-back'
  const stage = sop === null ? null : stageById(sop, to)
  const isCheck = sop !== null && stage !== null && doingOf(sop, stage) === 'reviews'
  return isCheck ? 'check-asked' : 'your-turn'
}
