/** Putting back what lost a merge, bound to this device's copy: a new edit as any other, undone by another. */
import type { ListedTask } from '#client/live/list-tasks.ts'
import type { DeskVisits } from '#client/replica/desk-visits.ts'
import type { Replica } from '#client/replica/replica.ts'
import { isSameValue } from '#shared/documents/same-value.ts'
import { putBack } from '#shared/documents/commands/put-back.ts'
import type { LostValue } from '#shared/documents/readers/lost-values.ts'
import { rootMap } from '#shared/documents/roots.ts'
import type { DocName, MemberId } from '#shared/lib/ids.ts'
import type { BulkCalls } from '#client/features/tasks/bulk/bulk-calls.ts'

export interface PutBackCalls {
  mayWrite(name: DocName): boolean
  /** How it is undone, which says whether it could be stored; null where it could not be stored. */
  putBack(name: DocName, lost: LostValue): Promise<(() => Promise<boolean>) | null>
  /** It may stay as it is: asked again only when something else stands there. */
  leave(name: DocName, lost: LostValue): void
  askAgain(name: DocName, lost: LostValue): void
  isLeft(name: DocName, lost: LostValue): boolean
}

export function createPutBackCalls(
  replica: Pick<Replica, 'editDocuments' | 'rights' | 'access'>,
  visits: Pick<DeskVisits, 'isLeft' | 'leave'>,
  taskNamed: (name: DocName) => ListedTask | null,
  bulk: Pick<BulkCalls, 'run'>,
): PutBackCalls {
  const set = async (name: DocName, write: Parameters<typeof putBack>[1]): Promise<boolean> =>
    (await replica.editDocuments([{ name, write: (doc) => putBack(doc, write) }])).ok
  const calls: PutBackCalls = {
    mayWrite(name) {
      const right = replica.rights.of(name)
      return right === null ? replica.access() !== 'viewer' : right === 'edit'
    },
    async putBack(name, lost) {
      const task = taskNamed(name)
      // Who does the stage a task stands in is handed over, so that they are told and the log says it.
      if (task !== null && lost.root === 'owners' && lost.key === `${task.log.step}/member`) {
        const to = typeof lost.value === 'string' ? (lost.value as MemberId) : null
        const answer = await bulk.run([task], { kind: 'assign', to })
        if (typeof answer === 'string' || answer.undo === null) return null
        const { undo } = answer
        return async () => (await undo()).stored
      }
      if (!(await set(name, lost))) return null
      return async () => {
        const answer = await replica.editDocuments([
          {
            name,
            write(doc) {
              const stands = rootMap(doc, lost.root).get(lost.key) ?? null
              // Somebody set it again meanwhile: theirs stays.
              if (isSameValue(stands, lost.value))
                putBack(doc, { root: lost.root, key: lost.key, value: lost.current ?? null })
            },
          },
        ])
        return answer.ok
      }
    },
    leave: (name, lost) => visits.leave(keyOf(name, lost), valuesOf(lost)),
    askAgain: (name, lost) => visits.leave(keyOf(name, lost), null),
    isLeft: (name, lost) => visits.isLeft(keyOf(name, lost), valuesOf(lost)),
  }
  return calls
}

const keyOf = (name: DocName, { root, key }: LostValue): string => `${name}/${root}/${key}`
const valuesOf = ({ value, current }: LostValue): string =>
  JSON.stringify([value ?? null, current ?? null])
