/** What a person does to a brief's simple fields, title and targets. A command that would change nothing writes nothing. */
import type * as Y from 'yjs'
import type { Rush, Target } from '#shared/domain/briefs/brief.ts'
import { isCalendarDate } from '#shared/domain/briefs/calendar-date.ts'
import { lineWithin, type TooLong } from '#shared/domain/briefs/clean-text.ts'
import { readTargetKey, targetKey } from '#shared/domain/briefs/target-key.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { chooseShortText, readShortText, writeShortText } from '#shared/documents/short-text.ts'
import { readTargets } from '#shared/documents/readers/read-targets.ts'
import { change } from './local-change.ts'

export type TargetRefusal =
  | { readonly code: 'not-a-target' }
  | { readonly code: 'too-many-targets'; readonly limit: number }

export function setTitle(doc: Y.Doc, text: string): Result<null, TooLong> {
  const line = lineWithin('title', text, limits.titleCharacters)
  if (!line.ok) return line
  const short = rootMap(doc, 'short')
  const now = readShortText(short, 'title')
  if (now === null ? line.value !== '' : now.choose || now.text !== line.value) {
    change(doc, 'setTitle', ['title'], () => writeShortText(short, 'title', line.value))
  }
  return ok(null)
}

/** Settles on one of several titles; refused when that one has been settled or rewritten meanwhile. */
export function chooseTitle(
  doc: Y.Doc,
  writer: string,
): Result<null, { readonly code: 'no-such-candidate' }> {
  const short = rootMap(doc, 'short')
  const stands =
    readShortText(short, 'title')?.candidates.some((one) => one.writer === writer) ?? false
  if (!stands) return refuse({ code: 'no-such-candidate' })
  change(doc, 'chooseTitle', ['title'], () => void chooseShortText(short, 'title', writer))
  return ok(null)
}

/** `day` is `YYYY-MM-DD`, null for none. */
export function setWantedBy(
  doc: Y.Doc,
  day: string | null,
): Result<null, { readonly code: 'not-a-date' }> {
  if (day !== null && !isCalendarDate(day)) return refuse({ code: 'not-a-date' })
  setField(doc, 'setWantedBy', 'wantedBy', day)
  return ok(null)
}

export function setRush(doc: Y.Doc, rush: Rush): void {
  setField(doc, 'setRush', 'rush', rush)
}

/** Turns a target on or off; without `on`, to the other side of what this replica shows. */
export function toggleTarget(
  doc: Y.Doc,
  target: Target,
  on?: boolean,
): Result<null, TargetRefusal> {
  const key = targetKey(target)
  if (readTargetKey(key) === null) return refuse({ code: 'not-a-target' })
  const targets = rootMap(doc, 'targets')
  const isOn = targets.get(`${key}/on`) === true
  const wanted = on ?? !isOn
  if (wanted === isOn) return ok(null)
  if (wanted && readTargets(targets).length >= limits.targetsPerBrief) {
    return refuse({ code: 'too-many-targets', limit: limits.targetsPerBrief })
  }
  change(doc, 'toggleTarget', [key], () => void targets.set(`${key}/on`, wanted))
  return ok(null)
}

/** Turns several targets off in one act: a market with its languages, a platform with its markets. */
export function letTargetsGo(doc: Y.Doc, targets: readonly Target[]): void {
  const map = rootMap(doc, 'targets')
  const keys = targets.map(targetKey).filter((key) => map.get(`${key}/on`) === true)
  if (keys.length === 0) return
  change(doc, 'toggleTarget', keys, () => {
    for (const key of keys) map.set(`${key}/on`, false)
  })
}

/**
 * Chooses a platform: what was chosen before any platform was, and is sold there, becomes its. Left out: a platform without
 * markets yet, which only a screen knows.
 */
export function choosePlatform(
  doc: Y.Doc,
  platform: string,
  isSoldThere: (target: Target) => boolean,
): void {
  const map = rootMap(doc, 'targets')
  const moving = readTargets(map).filter(
    (target) => target.platform === '-' && isSoldThere({ ...target, platform }),
  )
  if (moving.length === 0) return
  const keys = moving.map((target) => targetKey({ ...target, platform }))
  change(doc, 'toggleTarget', keys, () => {
    for (const target of moving) {
      map.set(`${targetKey(target)}/on`, false)
      map.set(`${targetKey({ ...target, platform })}/on`, true)
    }
  })
}

function setField(doc: Y.Doc, command: string, field: string, value: string | null): void {
  const fields = rootMap(doc, 'fields')
  if ((fields.get(field) ?? null) === value) return
  change(doc, command, [field], () => void fields.set(field, value))
}
