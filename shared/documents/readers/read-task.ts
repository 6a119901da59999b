/** A task's document as plain values. Total: what cannot be read counts as empty, and stays in the document. */
import type * as Y from 'yjs'
import { pathNames } from '#shared/domain/tasks/sop.ts'
import { parseTag, sortTags, type Tag } from '#shared/domain/tasks/tags.ts'
import { titleOfTask, type Task, type TaskSummary } from '#shared/domain/tasks/task.ts'
import { idPattern, type MemberId, type Topic } from '#shared/lib/ids.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { limits } from '#shared/protocol/limits.ts'
import { dayIn, fileIdIn, flagIn, textIn, wholeIn } from './plain-values.ts'

export function readTask(doc: Y.Doc): Task {
  const fields = rootMap(doc, 'fields')
  const text = (field: string): string => textIn(fields.get(field))
  const [snapshot, contentHash] = [fileIdIn(fields.get('snapshot')), text('contentHash')]
  return {
    brief: text('brief') as Topic,
    product: text('product'),
    sku: text('sku'),
    name: text('name'),
    deliverable: text('deliverable'),
    ordinal: wholeIn(fields.get('ordinal')) ?? 1,
    platform: text('platform'),
    market: text('market'),
    locale: text('locale'),
    sop: text('sop'),
    path: pathNames.find((path) => path === fields.get('path')) ?? 'whole',
    translates: flagIn(fields.get('translates')),
    wantedBy: dayIn(fields.get('wantedBy')),
    from: snapshot === null || contentHash === '' ? null : { snapshot, contentHash },
    owners: readOwners(rootMap(doc, 'owners')),
    ticks: readTicks(rootMap(doc, 'ticks')),
    retired: flagIn(fields.get('retired')),
    dueOn: dayIn(fields.get('dueOn')),
    tags: readTags(rootMap(doc, 'tags')),
    waits: readWaitsFor(rootMap(doc, 'waits')),
  }
}

export function summariseTask(doc: Y.Doc): TaskSummary {
  const { from, ticks: _ticks, ...task } = readTask(doc)
  return { ...task, kind: 'task', title: titleOfTask(task), snapshot: from?.snapshot ?? '' }
}

function readOwners(map: Y.Map<unknown>): Record<string, MemberId> {
  const owners: Record<string, MemberId> = {}
  for (const [key, value] of map.entries()) {
    const [, step] = /^([a-z][a-z-]{1,31})\/member$/.exec(key) ?? []
    if (step !== undefined && typeof value === 'string' && idPattern.test(value))
      owners[step] = value as MemberId
  }
  return owners
}

function readTicks(map: Y.Map<unknown>): Set<string> {
  const ticks = new Set<string>()
  for (const [key, value] of map.entries())
    if (key.endsWith('/on') && value === true) ticks.add(key.slice(0, -3))
  return ticks
}

function readTags(map: Y.Map<unknown>): Tag[] {
  const tags: Tag[] = []
  for (const [key, value] of map.entries()) {
    const tag = key.endsWith('/on') && value === true ? parseTag(key.slice(0, -3)) : null
    if (tag !== null) tags.push(tag)
  }
  return sortTags(tags).slice(0, limits.tagsPerTask)
}

function readWaitsFor(map: Y.Map<unknown>): Topic[] {
  const topics: Topic[] = []
  for (const [key, value] of map.entries()) {
    const topic = key.endsWith('/on') && value === true ? key.slice(0, -3) : ''
    if (idPattern.test(topic)) topics.push(topic as Topic)
  }
  return topics.sort().slice(0, limits.waitsPerTask)
}
