/**
 * Makes a rich text equal to an earlier one by few edits: what is the same at both ends stays, an element of the same name
 * keeps its place and is changed inside, a text loses and gains only its differing middle (never half a grapheme). What
 * this version does not know is copied as it stands. Inside a command only.
 */
import * as Y from 'yjs'
import { isSameValue } from '#shared/documents/same-value.ts'

type Parent = Y.XmlFragment | Y.XmlElement
type Part = ReturnType<Parent['toArray']>[number]

export function makeEqual(now: Parent, then: Parent): void {
  const [has, wants] = [partsOf(now), partsOf(then)]
  const [start, end] = sameEnds(has, wants, isSamePart)
  const inside = has.slice(start, has.length - end)
  const wanted = wants.slice(start, wants.length - end)
  const paired = Math.min(inside.length, wanted.length)
  for (let at = 0; at < paired; at += 1) {
    const [one, other] = [inside[at], wanted[at]]
    if (one === undefined || other === undefined || changeInside(one, other)) continue
    now.delete(start + at, 1)
    now.insert(start + at, [copyOf(other)])
  }
  if (inside.length > paired) now.delete(start + paired, inside.length - paired)
  if (wanted.length > paired) now.insert(start + paired, wanted.slice(paired).map(copyOf))
}

/** False where one cannot become the other and has to be replaced. */
function changeInside(now: Part, then: Part): boolean {
  if (now instanceof Y.XmlText && then instanceof Y.XmlText) {
    makeTextEqual(now, then)
    return true
  }
  if (!(now instanceof Y.XmlElement && then instanceof Y.XmlElement)) return isSamePart(now, then)
  if (now.nodeName !== then.nodeName) return false
  const [has, wants] = [attributesOf(now), attributesOf(then)]
  for (const name of has.keys()) if (!wants.has(name)) now.removeAttribute(name)
  for (const [name, value] of wants)
    // Attributes of rich text are any JSON; Yjs types them as text.
    if (!isSameValue(has.get(name), value)) now.setAttribute(name, value as string)
  makeEqual(now, then)
  return true
}

interface Unit {
  /** One grapheme, or the thing embedded. */
  readonly insert: unknown
  readonly length: number
  readonly marks: Readonly<Record<string, unknown>>
}

function makeTextEqual(now: Y.XmlText, then: Y.XmlText): void {
  const [has, wants] = [unitsOf(now), unitsOf(then)]
  const [start, end] = sameEnds(has, wants, isSameValue)
  const at = lengthOf(has.slice(0, start))
  const dropped = lengthOf(has.slice(start, has.length - end))
  if (dropped > 0) now.delete(at, dropped)
  let index = at
  for (const { insert, length, marks } of joined(wants.slice(start, wants.length - end))) {
    if (typeof insert === 'string') now.insert(index, insert, marks)
    else if (typeof insert === 'object' && insert !== null) now.insertEmbed(index, insert, marks)
    index += length
  }
}

function unitsOf(text: Y.XmlText): Unit[] {
  const delta: { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta()
  return delta.flatMap(({ insert, attributes }): Unit[] => {
    const marks = attributes ?? {}
    if (typeof insert !== 'string') return [{ insert, length: 1, marks }]
    return [...graphemes.segment(insert)].map(({ segment }) => ({
      insert: segment,
      length: segment.length,
      marks,
    }))
  })
}

/** Neighbouring graphemes of the same marks as one. */
function joined(units: readonly Unit[]): Unit[] {
  const runs: Unit[] = []
  for (const unit of units) {
    const last = runs.at(-1)
    if (
      typeof last?.insert === 'string' &&
      typeof unit.insert === 'string' &&
      isSameValue(last.marks, unit.marks)
    ) {
      const insert = last.insert + unit.insert
      runs[runs.length - 1] = { insert, length: insert.length, marks: unit.marks }
    } else runs.push({ ...unit, marks: { ...unit.marks } })
  }
  return runs
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const lengthOf = (units: readonly Unit[]): number =>
  units.reduce((sum, { length }) => sum + length, 0)

/** How many are the same at the start and, of the rest, at the end. */
function sameEnds<T>(
  one: readonly T[],
  other: readonly T[],
  isSame: (a: T, b: T) => boolean,
): [number, number] {
  const most = Math.min(one.length, other.length)
  const same = (a: T | undefined, b: T | undefined): boolean =>
    a !== undefined && b !== undefined && isSame(a, b)
  let start = 0
  while (start < most && same(one[start], other[start])) start += 1
  let end = 0
  while (end < most - start && same(one.at(-1 - end), other.at(-1 - end))) end += 1
  return [start, end]
}

function isSamePart(now: Part, then: Part): boolean {
  if (now instanceof Y.XmlText)
    return then instanceof Y.XmlText && isSameValue(now.toDelta(), then.toDelta())
  if (!(now instanceof Y.XmlElement && then instanceof Y.XmlElement))
    return now.constructor === then.constructor && isSameValue(now.toJSON(), then.toJSON())
  const [has, wants] = [partsOf(now), partsOf(then)]
  return (
    now.nodeName === then.nodeName &&
    isSameValue(now.getAttributes(), then.getAttributes()) &&
    has.length === wants.length &&
    has.every((part, at) => {
      const other = wants[at]
      return other !== undefined && isSamePart(part, other)
    })
  )
}

const partsOf = (of: Parent): Part[] => of.toArray()
const attributesOf = (of: Y.XmlElement): Map<string, unknown> =>
  new Map(Object.entries(of.getAttributes()))
/** Yjs types forget that a hook may be inserted, too. */
const copyOf = (part: Part) => part.clone() as Y.XmlElement | Y.XmlText
