/** One act on many tasks: under way, and what became of it. All done: a sentence with undo; else it stays, to be read. */
import { createSignal } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { showToast } from '#client/ui/toasts.ts'
import type { AskBulkProps } from './ask-bulk.ts'
import type { BulkOutcome } from './bulk-calls.ts'
import type { BulkAct } from './judge-bulk.ts'
import { sayDone, sayUndone } from './say-bulk.ts'
import { bulkWords } from './words.ts'

export function createBulkStep(props: Pick<AskBulkProps, 'calls' | 'nameOf' | 'onClose'>) {
  const words = useWords(bulkWords)
  const [pending, setPending] = createSignal(false)
  const [fault, setFault] = createSignal<string | null>(null)
  const [outcome, setOutcome] = createSignal<BulkOutcome | null>(null)
  const undo = async (some: BulkOutcome): Promise<void> => {
    const undone = await some.undo?.()
    if (undone) showToast(sayUndone(undone), { tone: undone.stored ? 'ok' : 'bad' })
  }
  return {
    pending,
    /** Why nothing was changed; null while nothing went wrong. */
    fault,
    /** Where some were not done. */
    outcome,
    undo,
    async run(tasks: readonly ListedTask[], act: BulkAct): Promise<void> {
      if (pending()) return
      setPending(true)
      const answer = await props.calls.run(tasks, act)
      setPending(false)
      if (answer === 'not-stored' || answer === 'not-logged')
        return void setFault(answer === 'not-stored' ? words().notStored : words().notLogged)
      setFault(null)
      if (answer.not.length > 0) return void setOutcome(answer)
      const action =
        answer.undo === null ? undefined : { label: words().undo, run: () => void undo(answer) }
      showToast(sayDone(answer, props.nameOf), { tone: 'ok', action })
      props.onClose()
    },
  }
}
