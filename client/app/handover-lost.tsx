/** Values of this person that lost a merge, by the brief or task they stand in, each put back through the ordinary edit. */
import { For, Show } from 'solid-js'
import { LostValues } from '#client/features/briefs/history/lost-values.tsx'
import { TaskLost } from '#client/features/tasks/handover/task-lost.tsx'
import { handoverWords } from '#client/features/tasks/handover/words.ts'
import { wholeName } from '#client/features/tasks/say-task.ts'
import { useWords } from '#client/i18n/words.ts'
import { documentAddress } from '#client/live/document-address.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import type { LostIn } from '#client/live/lost-of-mine.ts'
import { Button } from '#client/ui/button.tsx'
import { Row } from '#client/ui/row.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { LostValue } from '#shared/documents/readers/lost-values.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { PutBackCalls } from './put-back-calls.ts'

export interface HandoverLostProps {
  readonly found: readonly LostIn[]
  readonly calls: PutBackCalls
  readonly tasks: readonly ListedTask[]
  readonly nameOf: (member: string) => string
  readonly titleOf: (name: DocName) => string
}

export function HandoverLost(props: HandoverLostProps) {
  const words = useWords(handoverWords)
  const taskOf = (name: DocName) => props.tasks.find((task) => task.name === name) ?? null
  const titleOf = (name: DocName): string => {
    const task = taskOf(name)
    return (task === null ? props.titleOf(name) : wholeName(task.summary)) || words().untitled
  }
  const putBack = async (name: DocName, lost: LostValue, said: string): Promise<void> => {
    const undo = await props.calls.putBack(name, lost)
    if (undo === null) {
      showToast(words().notStored, { tone: 'bad' })
      return
    }
    const back = async (): Promise<void> => {
      if (!(await undo())) showToast(words().notStored, { tone: 'bad' })
    }
    showToast(words().putBackToast(said), {
      tone: 'ok',
      action: { label: words().undo, run: () => void back() },
    })
  }
  const leave = (name: DocName, lost: LostValue): void => {
    props.calls.leave(name, lost)
    showToast(words().leftToast, {
      action: { label: words().undo, run: () => props.calls.askAgain(name, lost) },
    })
  }
  return (
    <Stack>
      <For each={props.found}>
        {({ name, lost, brief }) => (
          <Stack gap="near">
            <Row>
              <Button kind="quiet" href={documentAddress(name)}>
                {titleOf(name)}
              </Button>
            </Row>
            <Show when={brief}>
              {(now) => (
                <LostValues
                  lost={lost}
                  brief={now()}
                  readOnly={!props.calls.mayWrite(name)}
                  onPutBack={(one, said) => void putBack(name, one, said)}
                  onLeave={(one) => leave(name, one)}
                />
              )}
            </Show>
            <Show when={taskOf(name)}>
              {(task) => (
                <TaskLost
                  lost={lost}
                  task={task()}
                  tasks={props.tasks}
                  nameOf={props.nameOf}
                  readOnly={!props.calls.mayWrite(name)}
                  onPutBack={(one, said) => void putBack(name, one, said)}
                  onLeave={(one) => leave(name, one)}
                />
              )}
            </Show>
          </Stack>
        )}
      </For>
    </Stack>
  )
}
