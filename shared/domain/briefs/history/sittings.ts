/**
 * A brief's history for reading: changes of one person within some minutes are one sitting, and what was done in it is
 * told by part of the brief. Pure; the words are the screen's. Left out: where the changes come from.
 */
import { isListName } from '#shared/domain/briefs/lists.ts'
import { isRowId } from '#shared/domain/briefs/row-ids.ts'
import { partOfCommand, type BriefPart } from './brief-parts.ts'

export interface PastEntry {
  readonly index: number
  readonly member: string | null
  readonly isOwn: boolean
  readonly at: number
  readonly saidAt: number | null
  readonly commands: readonly string[]
  readonly fields: readonly string[]
  /** Not all fields are told. */
  readonly isCut: boolean
  readonly isWaiting: boolean
  readonly isBeginning: boolean
}

/** One thing that was done. `count`: how many rows, markets or steps it was about; 1 where that says nothing. */
export type Done =
  | {
      readonly kind: 'part'
      readonly part: BriefPart
      readonly count: number
      /** Which of a product's fields, where it was only about fields. */
      readonly fields: readonly string[]
    }
  | { readonly kind: 'import'; readonly added: number; readonly updated: number }
  /** `at`: the moment that was gone back to, ms; null where the note does not say. */
  | { readonly kind: 'restore'; readonly at: number | null }
  /** It began from something. */
  | { readonly kind: 'begun'; readonly from: 'template' | 'copy' }
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
  const parts = new Map<BriefPart, Things>()
  const counted = new Map<'undo' | 'put-back' | 'other', number>()
  const single: Done[] = []
  const count = (kind: 'undo' | 'put-back' | 'other'): void =>
    void counted.set(kind, (counted.get(kind) ?? 0) + 1)
  for (const { commands, fields, isCut, isBeginning } of entries) {
    if (isBeginning) single.push({ kind: 'beginning' })
    else if (commands.length === 0) count('other')
    for (const command of isBeginning ? [] : commands) {
      const [first, second] = numbersOf(fields)
      const part = partOf(command, fields, isCut)
      if (command === 'importProducts')
        single.push({ kind: 'import', added: first ?? 0, updated: second ?? 0 })
      else if (command === 'restoreBrief') single.push({ kind: 'restore', at: first ?? null })
      else if (command === 'beginFromTemplate') single.push({ kind: 'begun', from: 'template' })
      else if (command === 'copyBrief') single.push({ kind: 'begun', from: 'copy' })
      else if (command === 'undo') count('undo')
      else if (command === 'putBack') count('put-back')
      else if (part === null) count('other')
      else {
        const things = parts.get(part) ?? { rows: new Set(), fields: new Set(), isCut: false }
        for (const row of thingsOf(part, fields)) things.rows.add(row)
        for (const field of productFieldsOf(command, fields)) things.fields.add(field)
        parts.set(part, { ...things, isCut: things.isCut || isCut })
      }
    }
  }
  return [
    ...single,
    ...[...parts].map(([part, { rows, fields, isCut }]): Done => {
      const count = isCut ? 1 : rows.size || 1
      return { kind: 'part', part, count, fields: fields.has('') || isCut ? [] : [...fields] }
    }),
    ...[...counted].map(([kind, times]): Done => ({ kind, count: times })),
  ]
}

/** The single changes of a sitting, oldest first: what was typed into one field in one go is one, told by its last. */
export function stepsOf<Entry extends PastEntry>(entries: readonly Entry[]): [Entry, ...Entry[]][] {
  const steps: [Entry, ...Entry[]][] = []
  for (const entry of entries) {
    const step = steps.at(-1)
    if (step !== undefined && isSameGo(step.at(-1) ?? step[0], entry)) step.push(entry)
    else steps.push([entry])
  }
  return steps
}

function isSameGo(before: PastEntry, after: PastEntry): boolean {
  const about = ({ commands, fields, isCut }: PastEntry): string => {
    const told = commands.map((command) => partOf(command, fields, isCut))
    return told.includes(null) ? '' : [...new Set([...told, ...fields.map(rowOf)])].join(' ')
  }
  const what = about(after)
  return what !== '' && what === about(before)
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

/** A command this version does not know is told as a change without a part. */
function partOf(command: string, fields: readonly string[], isCut: boolean): BriefPart | null {
  const part = partOfCommand(command, fields)
  if (part !== null) return part
  // Only the notes are edited without a command of their own; a cut note has no room to say so.
  return command === 'edit' && (isCut || fields.includes('text:notes')) ? 'notes' : null
}

interface Things {
  readonly rows: Set<string>
  /** Holds an empty name where it was about the row itself. */
  readonly fields: Set<string>
  readonly isCut: boolean
}

function productFieldsOf(command: string, fields: readonly string[]): string[] {
  if (command !== 'setProductField') return ['']
  return fields.flatMap((field) => field.split('/')[1] ?? [])
}

/** The row of `<row>/<field>`. */
const rowOf = (field: string): string => field.split('/')[0] ?? field

function thingsOf(part: BriefPart, fields: readonly string[]): string[] {
  if (part === 'targets') return fields.filter((field) => field.split('.').length === 3)
  if (part === 'keywords') return fields.map(rowOf)
  if (part !== 'points' && part !== 'products' && !isListName(part)) return []
  return fields.map(rowOf).filter(isRowId)
}

function numbersOf(fields: readonly string[]): number[] {
  return fields.filter((field) => /^\d{1,16}$/.test(field)).map(Number)
}
