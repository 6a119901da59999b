/**
 * A task that waits for others to be handed off. A circle is refused when somebody sets it and may still come by a merge: what
 * stands in one holds nobody up (docs/decisions.md, 30). Pure. Left out: how waits merge, who is told.
 */
import type { Topic } from '#shared/lib/ids.ts'

export interface Waiter {
  /** Set by people. */
  readonly waits: readonly Topic[]
  /** What it waits for by its path: its master while that has not passed. */
  readonly master: Topic | null
  /** Handed off, or retired: it holds nobody up any more. */
  readonly isOver: boolean
}
export type Waiters = ReadonlyMap<Topic, Waiter>

/**
 * `open`: it holds the task up; `over`: it does not any more; `circle`: they wait for each other, so neither does; `unknown`: it
 * is not on this device, which cannot say.
 */
export type WaitState = 'open' | 'over' | 'circle' | 'unknown'

export interface Wait {
  readonly topic: Topic
  readonly state: WaitState
}

/** Of every task that has any. */
export function readWaits(all: Waiters): ReadonlyMap<Topic, readonly Wait[]> {
  const found = new Map<Topic, readonly Wait[]>()
  const waiting = [...all].filter(([, { waits }]) => waits.length > 0)
  if (waiting.length === 0) return found
  const circleOf = circles(all)
  for (const [topic, { waits }] of waiting)
    found.set(
      topic,
      waits.map((other) => ({ topic: other, state: stateOf(all, circleOf, topic, other) })),
    )
  return found
}

function stateOf(
  all: Waiters,
  circleOf: ReadonlyMap<Topic, number>,
  topic: Topic,
  other: Topic,
): WaitState {
  const there = all.get(other)
  if (there === undefined) return 'unknown'
  if (there.isOver) return 'over'
  return circleOf.get(topic) === circleOf.get(other) ? 'circle' : 'open'
}

/** The way from `on` back to `topic`, both included, that a wait of `topic` for `on` would close; null where it closes none. */
export function circleWith(all: Waiters, topic: Topic, on: Topic): readonly Topic[] | null {
  const cameFrom = new Map<Topic, Topic | null>([[on, null]])
  const next = [on]
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (at === topic) return wayTo(at, cameFrom)
    for (const other of edgesOf(all, at))
      if (!cameFrom.has(other)) {
        cameFrom.set(other, at)
        next.push(other)
      }
  }
  return null
}

function wayTo(end: Topic, cameFrom: ReadonlyMap<Topic, Topic | null>): readonly Topic[] {
  const way: Topic[] = []
  for (let at: Topic | null = end; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at)
  return way
}

/** Those that are over wait for nobody. */
function edgesOf(all: Waiters, topic: Topic): readonly Topic[] {
  const there = all.get(topic)
  if (there === undefined || there.isOver) return []
  return there.master === null ? there.waits : [...there.waits, there.master]
}

/** Tasks that reach each other have one number (Tarjan's components, without recursion: a chain may be thousands long). */
function circles(all: Waiters): ReadonlyMap<Topic, number> {
  const index = new Map<Topic, number>()
  const low = new Map<Topic, number>()
  const component = new Map<Topic, number>()
  const open: Topic[] = []
  let components = 0
  for (const root of all.keys()) {
    if (index.has(root)) continue
    const work: { readonly topic: Topic; readonly edges: readonly Topic[]; at: number }[] = []
    const enter = (topic: Topic): void => {
      index.set(topic, index.size)
      low.set(topic, index.size - 1)
      open.push(topic)
      work.push({ topic, edges: edgesOf(all, topic), at: 0 })
    }
    const lower = (topic: Topic, to: number): void =>
      void low.set(topic, Math.min(low.get(topic) ?? to, to))
    enter(root)
    for (let now = work.at(-1); now !== undefined; now = work.at(-1)) {
      const edge = now.edges[now.at]
      now.at += 1
      if (edge !== undefined) {
        if (!index.has(edge)) enter(edge)
        else if (!component.has(edge)) lower(now.topic, index.get(edge) ?? 0)
        continue
      }
      work.pop()
      const above = work.at(-1)
      if (above !== undefined) lower(above.topic, low.get(now.topic) ?? 0)
      if (low.get(now.topic) !== index.get(now.topic)) continue
      for (let topic = open.pop(); topic !== undefined; topic = open.pop()) {
        component.set(topic, components)
        if (topic === now.topic) break
      }
      components += 1
    }
  }
  return component
}
