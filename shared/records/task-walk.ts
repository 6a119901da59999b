/**
 * The way a task took, from its log alone: each stay in a stage, each round of rework, when it arrived. Order is the log's,
 * clocks only say how long; after every entry the stage is what foldStage says of the entries so far. The same for any order
 * of the same entries, however late or often they came (docs/decisions.md, 26). Left out: what figures make of it.
 */
import type { CauseId } from '#shared/lib/causes.ts'
import type { MemberId } from '#shared/lib/ids.ts'
import type { TaskEntry } from './task-log.ts'
import { foldStage, type Move } from './task-stage.ts'

/** A stay in a stage; moments in ms. */
export interface TaskVisit {
  readonly step: string
  /** Null for the first: the log begins with what was said, not with the task. */
  readonly from: number | null
  /** Null while it stands there. */
  readonly to: number | null
  readonly leftBy: 'forward' | 'back' | null
  /** Who last began or handed in, else who moved it on; null while nobody did. */
  readonly by: MemberId | null
  /** Between a start and the next wait, hand-in or move. */
  readonly touchMs: number
  /** Ticked when it was moved forward. */
  readonly checks: readonly string[]
}

/** Send-backs with no move forward between them judge one version: one round, its cause the first one's. */
export interface TaskRound {
  readonly at: number
  /** The stage that sent it back. */
  readonly from: string
  readonly cause: CauseId | null
  /** Of every send-back in it. */
  readonly allFrom: readonly string[]
}

export interface TaskWalk {
  readonly visits: readonly TaskVisit[]
  readonly rounds: readonly TaskRound[]
  /** When it came to the end of its path, the last time; null: it is not there. */
  readonly arrivedAt: number | null
  /** When somebody first began. */
  readonly startedAt: number | null
  /** Of the newest entry; null without any. */
  readonly newest: number | null
  /** Entries the server had more than a day after they were made. */
  readonly late: number
  /** Entries the server does not have yet. */
  readonly unsent: number
}

const dayMs = 86_400_000

/** Being written: what a visit will be. */
interface Open {
  step: string
  from: number | null
  by: MemberId | null
  touchMs: number
  workingSince: number | null
}

/** `entries` in the order of the log. */
export function walkTask(entries: readonly TaskEntry[], path: readonly string[]): TaskWalk {
  const visits: TaskVisit[] = []
  const rounds: TaskRound[] = []
  const seen = new Set<string>()
  const moves: Move[] = []
  const backs: string[] = []
  let [place, now, isNewVersion] = [0, 0, true]
  let [startedAt, late, unsent]: [number | null, number, number] = [null, 0, 0]
  let open = opened(path[0] ?? '', null)
  const pause = (): void => {
    if (open.workingSince !== null) open.touchMs += now - open.workingSince
    open.workingSince = null
  }
  const goTo = (next: number, leftBy: 'forward' | 'back', { by, checks }: TaskEntry): void => {
    pause()
    if (next === place) return
    const { step, from, touchMs } = open
    const stay = { step, from, to: now, leftBy, by: open.by ?? by, touchMs }
    visits.push({ ...stay, checks: leftBy === 'forward' ? checks : [] })
    open = opened(path[next] ?? '', now)
    place = next
  }
  for (const entry of entries) {
    if (seen.has(entry.id)) continue
    seen.add(entry.id)
    const { id, outcome, step, to, knows } = entry
    // Nothing is made after it was received, nor before what stands before it in the log.
    now = Math.max(now, Math.min(entry.at, entry.receivedAt ?? entry.at))
    if (entry.receivedAt === null) unsent += 1
    else if (entry.receivedAt - entry.at > dayMs) late += 1
    const knewAll = backs.every((back) => knows.has(back))
    const target = to === null ? -1 : path.indexOf(to)
    if (outcome === 'forward' && target >= 0) {
      moves.push({ id, outcome, to: path[target] ?? '', knows })
      if (!knewAll) continue
      isNewVersion = true
      if (target > place) goTo(target, 'forward', entry)
    } else if (outcome === 'back' && target >= 0) {
      moves.push({ id, outcome, to: path[target] ?? '', knows })
      backs.push(id)
      const last = rounds.at(-1)
      if (isNewVersion || last === undefined)
        rounds.push({ at: now, from: step, cause: entry.cause, allFrom: [step] })
      else rounds[rounds.length - 1] = { ...last, allFrom: [...last.allFrom, step] }
      isNewVersion = false
      goTo(knewAll ? target : foldStage(path, moves).place, 'back', entry)
    } else if (step === open.step && knewAll) {
      if (outcome === 'started') {
        startedAt ??= now
        open.workingSince ??= now
      } else if (outcome === 'waiting' || outcome === 'submitted') pause()
      if (outcome === 'started' || outcome === 'submitted') open.by = entry.by
    }
  }
  const { step, from, by } = open
  const isOver = path.length > 1 && place === path.length - 1
  if (!isOver)
    visits.push({ step, from, to: null, leftBy: null, by, touchMs: open.touchMs, checks: [] })
  return {
    ...{ visits, rounds, startedAt, late, unsent },
    arrivedAt: isOver ? from : null,
    newest: seen.size === 0 ? null : now,
  }
}

const opened = (step: string, from: number | null): Open => ({
  ...{ step, from, by: null, touchMs: 0, workingSince: null },
})
