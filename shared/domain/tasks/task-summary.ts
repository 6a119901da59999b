/**
 * A task's list row as it may come from storage or a card, perhaps of another app: the row, or null so that it is made again.
 * Written out, because thousands are looked at before the first list is shown.
 */
import type { Topic } from '#shared/lib/ids.ts'
import { cardBytes } from '#shared/lib/card-bytes.ts'
import { pathNames } from './sop.ts'
import type { TaskSummary } from './task.ts'

export function parseTaskSummary(value: unknown): TaskSummary | null {
  if (typeof value !== 'object' || value === null) return null
  if ('task' in value) return parseTaskSummary(rowOfCard(value))
  const row: { readonly [Field in keyof TaskSummary]?: unknown } = value
  const isRow =
    texts.every((field) => typeof row[field] === 'string') &&
    Number.isSafeInteger(row.ordinal) &&
    pathNames.some((path) => path === row.path) &&
    typeof row.translates === 'boolean' &&
    typeof row.retired === 'boolean' &&
    (row.dueOn === null || typeof row.dueOn === 'string') &&
    Array.isArray(row.tags) &&
    row.tags.every((tag) => typeof tag === 'string') &&
    Array.isArray(row.waits) &&
    row.waits.every((topic) => typeof topic === 'string') &&
    (row.wantedBy === null || typeof row.wantedBy === 'string') &&
    typeof row.owners === 'object' &&
    row.owners !== null &&
    Object.values(row.owners).every((owner) => typeof owner === 'string')
  // The fields were looked at above, one by one.
  return isRow && row.kind === 'task' ? (value as TaskSummary) : null
}

const texts = [
  'title',
  'brief',
  'product',
  'sku',
  'name',
  'deliverable',
  'platform',
  'market',
  'locale',
  'sop',
  'snapshot',
] as const

/**
 * `limit` in bytes. Who does it is left out where that would not fit, and so is the version it was begun from, which is read
 * when the task is here.
 */
export function writeTaskCard(summary: TaskSummary, limit: number): Uint8Array {
  const { brief, product, deliverable, ordinal, platform, market, locale } = summary
  const { sop, path, translates, wantedBy, retired, owners, dueOn } = summary
  const sku = [...summary.sku].slice(0, 20).join('')
  const card = {
    title: summary.name,
    task: [
      ...[brief, product, sku, deliverable, ordinal, platform, market, locale],
      ...[sop, path, translates ? 1 : 0, wantedBy ?? '', retired ? 1 : 0],
      ...(dueOn === null ? [] : [dueOn]),
    ],
  }
  const whole = cardBytes({ ...card, owners }, limit)
  return whole.byteLength <= limit ? whole : cardBytes(card, limit)
}

function rowOfCard(card: object): unknown {
  const { title, task, owners = {} } = card as { title?: unknown; task?: unknown; owners?: unknown }
  if (!Array.isArray(task) || typeof title !== 'string') return null
  const [brief, product, sku, deliverable, ordinal, platform, market, locale]: unknown[] = task
  const [sop, path, translates, wantedBy, retired, dueOn = null]: unknown[] = task.slice(8)
  return {
    ...{ kind: 'task', name: title, brief: brief as Topic, product, sku, deliverable, ordinal },
    ...{ platform, market, locale, sop, path, owners, snapshot: '', dueOn, tags: [], waits: [] },
    title: [sku, title].filter((part) => part !== '').join(' · '),
    translates: translates === 1,
    retired: retired === 1,
    wantedBy: wantedBy === '' ? null : wantedBy,
  }
}
