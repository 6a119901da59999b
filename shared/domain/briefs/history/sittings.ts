/**
 * A brief's history for reading: changes of one person within some minutes are one sitting, and what was done in it is
 * told by part of the brief. Pure; the words are the screen's. Left out: where the changes come from.
 */
export interface PastEntry {
  readonly index: number
  readonly member: string | null
  readonly isOwn: boolean
  readonly at: number
  readonly saidAt: number | null
  readonly commands: readonly string[]
  readonly fields: readonly string[]
  readonly isWaiting: boolean
  readonly isBeginning: boolean
}

export type BriefPart = 'title' | 'points' | 'products' | 'targets' | 'wantedBy' | 'rush' | 'notes'

/** One thing that was done. `count`: how many changes of that part. */
export type Done =
  | { readonly kind: 'part'; readonly part: BriefPart; readonly count: number }
  | { readonly kind: 'import'; readonly added: number; readonly updated: number }
  /** `at`: the moment that was gone back to, ms; null where the note does not say. */
  | { readonly kind: 'restore'; readonly at: number | null }
  | { readonly kind: 'undo' | 'put-back' | 'other'; readonly count: number }
  | { readonly kind: 'beginning' }

export interface Sitting<Entry extends PastEntry = PastEntry> {
  readonly member: string | null
  readonly isOwn: boolean
  readonly from: number
  readonly to: number
  /** When the device's own clock says otherwise than the relay by more than a few minutes: its time of the last change. */
  readonly saidAt: number | null
  readonly isWaiting: boolean
  readonly done: readonly Done[]
  /** Oldest first, never none. */
  readonly entries: readonly [Entry, ...Entry[]]
}

const SITTING_MS = 10 * 60_000
const CLOCK_MS = 5 * 60_000

/** Newest first; `entries` are oldest first. Two people writing at the same time are two sittings. */
export function sittings<Entry extends PastEntry>(entries: readonly Entry[]): Sitting<Entry>[] {
  const open = new Map<string, [Entry, ...Entry[]]>()
  const all: [Entry, ...Entry[]][] = []
  for (const entry of entries) {
    const who = `${entry.isBeginning} ${entry.member}`
    const sitting = open.get(who)
    const last = sitting?.at(-1)
    if (sitting !== undefined && last !== undefined && isSoonAfter(last, entry)) sitting.push(entry)
    else {
      const started: [Entry, ...Entry[]] = [entry]
      open.set(who, started)
      all.push(started)
    }
  }
  return all
    .map(toSitting)
    .sort((a, b) => (b.entries.at(-1)?.index ?? 0) - (a.entries.at(-1)?.index ?? 0))
}

/** What one change, or several together, did. */
export function doneBy(entries: readonly PastEntry[]): Done[] {
  const parts = new Map<BriefPart, number>()
  const counted = new Map<'undo' | 'put-back' | 'other', number>()
  const single: Done[] = []
  const add = <K>(to: Map<K, number>, key: K): void => void to.set(key, (to.get(key) ?? 0) + 1)
  for (const entry of entries) {
    if (entry.isBeginning) single.push({ kind: 'beginning' })
    else if (entry.commands.length === 0) add(counted, 'other')
    for (const command of entry.isBeginning ? [] : entry.commands) {
      const [first, second] = numbersOf(entry.fields)
      if (command === 'importProducts')
        single.push({ kind: 'import', added: first ?? 0, updated: second ?? 0 })
      else if (command === 'restoreBrief') single.push({ kind: 'restore', at: first ?? null })
      else if (command === 'undo') add(counted, 'undo')
      else if (command === 'putBack') add(counted, 'put-back')
      else {
        const part = partOf(command, entry.fields)
        if (part === null) add(counted, 'other')
        else add(parts, part)
      }
    }
  }
  return [
    ...single,
    ...[...parts].map(([part, count]): Done => ({ kind: 'part', part, count })),
    ...[...counted].map(([kind, count]): Done => ({ kind, count })),
  ]
}

function toSitting<Entry extends PastEntry>(entries: [Entry, ...Entry[]]): Sitting<Entry> {
  const [first] = entries
  const last = entries.at(-1) ?? first
  const { member, isOwn } = last
  return {
    member,
    isOwn,
    from: first.at,
    to: last.at,
    saidAt: otherClock(last),
    isWaiting: entries.some(({ isWaiting }) => isWaiting),
    done: doneBy(entries),
    entries,
  }
}

/** The writing device's time of a change, where it is worth telling beside the relay's. */
export function otherClock({ at, saidAt }: PastEntry): number | null {
  return saidAt !== null && at > 0 && Math.abs(saidAt - at) > CLOCK_MS ? saidAt : null
}

function isSoonAfter(before: PastEntry, after: PastEntry): boolean {
  const times = [
    [before.at, after.at],
    [before.saidAt ?? before.at, after.saidAt ?? after.at],
  ] as const
  // Work of a whole day offline arrives within a second: the writer's own clock parts it.
  return times.every(([from, to]) => Math.abs(to - from) <= SITTING_MS)
}

const partOfCommand: ReadonlyMap<string, BriefPart> = new Map([
  ['setTitle', 'title'],
  ['chooseTitle', 'title'],
  ['setWantedBy', 'wantedBy'],
  ['setRush', 'rush'],
  ['toggleTarget', 'targets'],
  ['addPoint', 'points'],
  ['setPointText', 'points'],
  ['choosePointText', 'points'],
  ['movePoint', 'points'],
  ['removePoint', 'points'],
  ['addProduct', 'products'],
  ['setProductField', 'products'],
  ['moveProduct', 'products'],
  ['removeProduct', 'products'],
])

/** A command this version does not know is told as a change without a part. */
function partOf(command: string, fields: readonly string[]): BriefPart | null {
  const part = partOfCommand.get(command)
  if (part !== undefined) return part
  return command === 'edit' && fields.includes('text:notes') ? 'notes' : null
}

function numbersOf(fields: readonly string[]): number[] {
  return fields.filter((field) => /^\d{1,16}$/.test(field)).map(Number)
}
