/** What each of the dialogs about many tasks is given. */
import type { ListedTask } from '#client/live/list-tasks.ts'
import type { BulkCalls } from './bulk-calls.ts'

export interface AskBulkProps {
  readonly tasks: readonly ListedTask[]
  readonly calls: BulkCalls
  readonly nameOf: (member: string) => string
  readonly onClose: () => void
}
