/** On an accepted brief: the way to break it down, or to its tasks and what changed about them. The dialog comes when it is opened. */
import { createSignal, Show } from 'solid-js'
import { formatNumber } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { later } from '#client/ui/later.tsx'
import type { FlowStep } from '#shared/records/brief-flow.ts'
import type { BreakDownCalls } from './break-down-calls.ts'
import { breakDownWords } from './words.ts'

const BreakDownDialog = later(async () => (await import('./break-down-dialog.tsx')).BreakDownDialog)

export interface BreakDownEntryProps {
  readonly calls: BreakDownCalls
  readonly canWrite: boolean
}

export function BreakDownEntry(props: BreakDownEntryProps) {
  const words = useWords(breakDownWords)
  const [open, setOpen] = createSignal(false)
  const accepted = (): FlowStep | null => {
    const step = props.calls.flow()?.decisive ?? null
    return step?.outcome === 'accepted' ? step : null
  }
  const tasks = () => props.calls.tasks()
  /** Accepted anew since its tasks were made. */
  const isNewer = (): boolean =>
    tasks().length > 0 && !tasks().some(({ snapshot }) => snapshot === accepted()?.snapshot)
  const label = (): string => {
    if (tasks().length === 0) return words().breakDown
    return isNewer() ? words().changed : words().adjust
  }
  const standing = (): number => tasks().filter(({ summary }) => !summary.retired).length
  return (
    <>
      <Show when={tasks().length > 0}>
        <Button kind="quiet" onClick={() => props.calls.show()}>
          {words().seeTasks(formatNumber(standing()))}
        </Button>
      </Show>
      <Show when={props.canWrite && accepted()}>
        <Button
          kind={tasks().length === 0 || isNewer() ? 'primary' : 'normal'}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          {label()}
        </Button>
      </Show>
      <Show when={open() && accepted()}>
        {(step) => (
          <BreakDownDialog calls={props.calls} accepted={step()} onClose={() => setOpen(false)} />
        )}
      </Show>
    </>
  )
}
