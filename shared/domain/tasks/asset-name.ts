/**
 * What a file of a task is called (T6): `SKU_type_language_version`, derived and never typed (docs/decisions.md, 30). Left out:
 * what platforms call it (packages do that).
 */
import { deliverableById } from '#shared/domain/choices/deliverables.ts'
import type { TaskPlan } from './task.ts'

type Named = Pick<TaskPlan, 'sku' | 'name' | 'deliverable' | 'ordinal' | 'locale'>

/** `rounds`: how often it was sent back; each makes a further version. */
export function assetFileName(task: Named, rounds: number): string {
  const isOneOfSeveral = (deliverableById(task.deliverable)?.most ?? 2) > 1
  const type = isOneOfSeveral ? `${task.deliverable}-${task.ordinal}` : task.deliverable
  return [task.sku || task.name, type, task.locale || 'master', `v${rounds + 1}`]
    .map(plain)
    .filter((part) => part !== '')
    .join('_')
}

/** Without what file systems refuse, what parts the name, and spaces. Dots stay inside alone: they part the ending. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\\/:*?"<>|_\s\p{Cc}]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
