/**
 * Places an update's new structs behind what is known: each must find what it points to, of its own author only what is
 * before itself, and none may stand deeper in nested shared types than allowed. Pure. Each struct is looked at once, and
 * once more for each struct it waits for, however authors are interleaved. Left out: all other rules (check.ts).
 */
import * as Y from 'yjs'
import { depthAt, type Depths, type NewDepths } from './type-depths.ts'

export type Struct = Y.Item | Y.GC

/** What one author adds: structs in the order of their clocks, the first perhaps partly known. */
export interface NewStructs {
  /** Where the author's clock stood, and stands after it. */
  readonly from: number
  readonly next: number
  readonly structs: readonly Struct[]
}

export interface Known {
  /** The next free clock of an author; 0 of an unknown one. */
  next(client: number): number
  readonly depths: Depths
}

/** An author's structs on their way in. */
interface Section extends NewStructs {
  readonly client: number
  placed: number
  /** Everything below this clock is in place. */
  reached: number
  /** The depth of the author's last struct before these, and of the last placed. */
  readonly before: number
  depth: number
  /** As in type-depths.ts. */
  readonly runs: number[]
}
type Sections = ReadonlyMap<number, Section>

/** The new structs' depths, or why they cannot be placed. */
export function place(
  added: ReadonlyMap<number, NewStructs>,
  known: Known,
  deepest: number,
): NewDepths | 'gap' | 'too-deep' {
  const sections = new Map<number, Section>()
  for (const [client, one] of added) sections.set(client, sectionOf(client, one, known))
  const ready = Array.from(sections.values())
  let open = ready.length
  const waiting = new Map<Struct, Section[]>()
  for (let section = ready.pop(); section !== undefined; section = ready.pop()) {
    let struct = section.structs[section.placed]
    for (; struct !== undefined; struct = section.structs[section.placed]) {
      const missing = missingOf(struct, sections, known)
      if (missing === 'never') return 'gap'
      if (missing !== null) {
        const behind = waiting.get(missing)
        if (behind === undefined) waiting.set(missing, [section])
        else behind.push(section)
        break
      }
      const depth = depthOf(struct, section, sections, known.depths)
      if (depth > deepest) return 'too-deep'
      put(section, struct, depth)
      if (waiting.size === 0) continue
      for (const one of waiting.get(struct) ?? []) ready.push(one)
      waiting.delete(struct)
    }
    if (struct === undefined) open -= 1
  }
  return open > 0 ? 'gap' : runsOf(sections)
}

function sectionOf(client: number, { from, next, structs }: NewStructs, known: Known): Section {
  const before = depthAt(known.depths.get(client), from - 1)
  return { client, from, next, structs, placed: 0, reached: from, before, depth: before, runs: [] }
}

function put(section: Section, struct: Struct, depth: number): void {
  if (depth !== section.depth) {
    section.runs.push(section.reached, depth)
    section.depth = depth
  }
  section.reached = struct.id.clock + struct.length
  section.placed += 1
}

function runsOf(sections: Sections): NewDepths {
  const all: [number, number[]][] = []
  for (const { client, runs } of sections.values()) if (runs.length > 0) all.push([client, runs])
  return all
}

/** The struct this one must wait for, null when it can be placed, `never` when what it points to does not come. */
function missingOf(struct: Struct, sections: Sections, known: Known): Struct | 'never' | null {
  if (!(struct instanceof Y.Item)) return null
  const { id, origin, rightOrigin, parent } = struct
  const first = origin === null ? null : awaited(origin, id, sections, known)
  if (first !== null) return first
  const second = rightOrigin === null ? null : awaited(rightOrigin, id, sections, known)
  if (second !== null) return second
  return parent instanceof Y.ID ? awaited(parent, id, sections, known) : null
}

function awaited(to: Y.ID, id: Y.ID, sections: Sections, known: Known): Struct | 'never' | null {
  if (to.client === id.client) return to.clock < id.clock ? null : 'never'
  const section = sections.get(to.client)
  if (section === undefined) return to.clock < known.next(to.client) ? null : 'never'
  if (to.clock < section.reached) return null
  return to.clock < section.next ? structAt(section, to.clock) : 'never'
}

/** The struct that holds a clock not yet reached. */
function structAt({ structs, placed }: Section, clock: number): Struct | 'never' {
  let low = placed
  let high = structs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((structs[middle]?.id.clock ?? 0) <= clock) low = middle
    else high = middle - 1
  }
  return structs[low] ?? 'never'
}

/**
 * As Yjs finds the parent (Item.getMissing): the one written, else that of the left neighbour, else of the right. Of a
 * partly known struct only the rest is stored, to the right of its known part.
 */
function depthOf(struct: Struct, section: Section, sections: Sections, depths: Depths): number {
  if (!(struct instanceof Y.Item)) return 0
  if (struct.id.clock < section.from) return section.before
  const { parent, origin, rightOrigin } = struct
  if (parent instanceof Y.ID) return depthOfId(parent, sections, depths) + 1
  const neighbour = origin ?? rightOrigin
  return parent !== null || neighbour === null ? 0 : depthOfId(neighbour, sections, depths)
}

function depthOfId({ client, clock }: Y.ID, sections: Sections, depths: Depths): number {
  const section = sections.get(client)
  return section !== undefined && clock >= section.from
    ? depthAt(section.runs, clock, section.before)
    : depthAt(depths.get(client), clock)
}
