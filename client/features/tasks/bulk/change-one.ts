/** One task changed where it stands in a table: judged as one of many is, and said in a sentence with undo. */
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { showToast } from '#client/ui/toasts.ts'
import type { BulkCalls } from './bulk-calls.ts'
import type { BulkAct } from './judge-bulk.ts'
import { sayDone, sayUndone } from './say-bulk.ts'
import { bulkWords } from './words.ts'

export async function changeOne(
  calls: BulkCalls,
  task: ListedTask,
  act: BulkAct,
  nameOf: (member: string) => string,
): Promise<void> {
  const words = useWords(bulkWords)()
  const answer = await calls.run([task], act)
  if (answer === 'not-stored') return void showToast(words.notStored, { tone: 'bad' })
  if (answer === 'not-logged') return void showToast(words.notLogged, { tone: 'bad' })
  const [refused] = answer.not
  if (refused !== undefined) {
    if (refused.why !== 'already') showToast(words.why[refused.why], { tone: 'warn' })
    return
  }
  const { undo } = answer
  const takeBack = async (): Promise<void> => {
    const undone = await undo?.()
    if (undone) showToast(sayUndone(undone), { tone: undone.stored ? 'ok' : 'bad' })
  }
  const action = undo === null ? undefined : { label: words.undo, run: () => void takeBack() }
  showToast(sayDone(answer, nameOf), { tone: 'ok', action })
}
