/** What a person does to the workspace's settings. A command that would change nothing writes nothing. */
import type * as Y from 'yjs'
import { lineWithin, type TooLong } from '#shared/domain/briefs/clean-text.ts'
import {
  readWorkingDays,
  scopeGroups,
  type Pilot,
  type ScopeGroup,
} from '#shared/domain/workspace/workspace.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import { readWorkspace } from '#shared/documents/readers/read-workspace.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { chooseShortText, readShortText, writeShortText } from '#shared/documents/short-text.ts'
import { change } from './local-change.ts'

export function setWorkspaceName(doc: Y.Doc, text: string): Result<null, TooLong> {
  const line = lineWithin('name', text, limits.nameCharacters)
  if (!line.ok) return line
  const short = rootMap(doc, 'short')
  const now = readShortText(short, 'name')
  if (now === null ? line.value !== '' : now.choose || now.text !== line.value)
    change(doc, 'setWorkspaceName', ['name'], () => writeShortText(short, 'name', line.value))
  return ok(null)
}

/** Settles on one of several names; false when that one has been settled or rewritten meanwhile. */
export function chooseWorkspaceName(doc: Y.Doc, writer: string): boolean {
  const short = rootMap(doc, 'short')
  if (readShortText(short, 'name')?.candidates.some((one) => one.writer === writer) !== true)
    return false
  change(doc, 'chooseWorkspaceName', ['name'], () => void chooseShortText(short, 'name', writer))
  return true
}

/** `currency` is an ISO 4217 code. */
export function setCurrency(
  doc: Y.Doc,
  currency: string,
): Result<null, { readonly code: 'not-a-currency' }> {
  if (!/^[A-Z]{3}$/.test(currency)) return refuse({ code: 'not-a-currency' })
  setFields(doc, 'setCurrency', { currency })
  return ok(null)
}

/** Turns a day of the week (1 is Monday) on or off. */
export function toggleWorkingDay(doc: Y.Doc, day: number): void {
  const { workingDays } = readWorkspace(doc)
  const days = workingDays.includes(day)
    ? workingDays.filter((one) => one !== day)
    : readWorkingDays([...workingDays, day])
  if (days !== null) setFields(doc, 'setWorkingDays', { workingDays: [...days] })
}

export function setInScope(doc: Y.Doc, group: ScopeGroup, id: string, on: boolean): void {
  if (!scopeGroups.includes(group) || !/^[A-Za-z0-9-]{1,32}$/.test(id)) return
  const scope = rootMap(doc, 'scope')
  const key = `${group}.${id}`
  if ((scope.get(`${key}/on`) === true) === on) return
  change(doc, 'setInScope', [key], () => void scope.set(`${key}/on`, on))
}

/** Null: no pilot; what it was stays known. */
export function setPilot(doc: Y.Doc, pilot: Pilot | null): void {
  const values =
    pilot === null
      ? { pilot: false }
      : { pilot: true, pilotPlatform: pilot.platform, pilotCategory: pilot.category }
  setFields(doc, 'setPilot', values)
}

function setFields(doc: Y.Doc, command: string, values: Readonly<Record<string, unknown>>): void {
  const fields = rootMap(doc, 'fields')
  const changed = Object.entries(values).filter(
    ([field, value]) => JSON.stringify(fields.get(field) ?? null) !== JSON.stringify(value),
  )
  if (changed.length === 0) return
  change(
    doc,
    command,
    changed.map(([field]) => field),
    () => {
      for (const [field, value] of changed) fields.set(field, value)
    },
  )
}
