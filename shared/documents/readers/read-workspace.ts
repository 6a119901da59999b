/** A workspace's settings as plain values. Total: what cannot be read counts as not set. */
import type * as Y from 'yjs'
import {
  readWorkingDays,
  scopeGroups,
  usualCurrency,
  usualWorkingDays,
  type Scope,
  type Workspace,
  type WorkspaceSummary,
} from '#shared/domain/workspace/workspace.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { readShortText } from '#shared/documents/short-text.ts'

export function readWorkspace(doc: Y.Doc): Workspace {
  const fields = rootMap(doc, 'fields')
  const name = readShortText(rootMap(doc, 'short'), 'name')
  const text = (field: string): string | null => {
    const value = fields.get(field)
    return typeof value === 'string' && value !== '' ? value : null
  }
  const currency = text('currency')
  return {
    name: name?.text ?? '',
    nameCandidates: name?.candidates ?? [],
    currency: currency !== null && /^[A-Z]{3}$/.test(currency) ? currency : usualCurrency,
    workingDays: readWorkingDays(fields.get('workingDays')) ?? usualWorkingDays,
    scope: readScope(rootMap(doc, 'scope')),
    pilot:
      fields.get('pilot') === true
        ? { platform: text('pilotPlatform'), category: text('pilotCategory') }
        : null,
  }
}

export function summariseWorkspace(doc: Y.Doc): WorkspaceSummary {
  const { name, currency, workingDays } = readWorkspace(doc)
  return { kind: 'workspace', title: name, currency, workingDays }
}

function readScope(map: Y.Map<unknown>): Scope {
  const on: string[] = []
  for (const [key, value] of map.entries())
    if (key.endsWith('/on') && value === true) on.push(key.slice(0, -3))
  on.sort()
  const idsOf = (group: string): string[] =>
    on.flatMap((key) => (key.startsWith(`${group}.`) ? [key.slice(group.length + 1)] : []))
  const [platforms, markets, categories, languages] = scopeGroups
  return {
    platforms: idsOf(platforms),
    markets: idsOf(markets),
    categories: idsOf(categories),
    languages: idsOf(languages),
  }
}
