/** Which of the tasks shown are chosen: what leaves the list leaves the choice, so that nothing unseen is changed. */
import { createMemo, createSignal, type Accessor } from 'solid-js'
import type { ListedTask } from '#client/live/list-tasks.ts'
import type { LinkSelection } from '#client/ui/link-choice.ts'

export function createChosen(shown: Accessor<readonly ListedTask[]>) {
  const [names, setNames] = createSignal<ReadonlySet<string>>(new Set())
  const [isChoosing, setChoosing] = createSignal(false)
  const tasks = createMemo(() => shown().filter(({ name }) => names().has(name)))
  const chosen = createMemo((): ReadonlySet<string> => new Set(tasks().map(({ name }) => name)))
  return {
    tasks,
    isChoosing,
    isAny: () => tasks().length > 0,
    names: chosen,
    setNames,
    /** With fingers: rows are chosen by a tap until this ends. Ending lets go of what was chosen. */
    choose(on: boolean): void {
      setChoosing(on)
      if (!on) setNames(new Set<string>())
    },
    selection: (): LinkSelection => ({
      chosen: chosen(),
      onChange: setNames,
      isChoosing: isChoosing(),
      onChoosing: () => setChoosing(true),
    }),
  }
}
