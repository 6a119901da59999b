/** What a task is to become: the accepted version of its brief from its file, and what the brief says otherwise by now. */
import { createMemo, createSignal, onCleanup, Show } from 'solid-js'
import type * as Y from 'yjs'
import { followChanged } from '#client/features/briefs/flow/follow-changed.ts'
import { WantedSection } from '#client/features/tasks/task/wanted-section.tsx'
import { useDocument } from '#client/live/use-document.ts'
import type { Replica } from '#client/replica/replica.ts'
import { later } from '#client/ui/later.tsx'
import type { Brief } from '#shared/domain/briefs/brief.ts'
import type { Task } from '#shared/domain/tasks/task.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import type { FlowStep } from '#shared/records/brief-flow.ts'
import { createFlowCalls } from './brief-flow.ts'

const ChangesDialog = later(
  async () => (await import('#client/features/briefs/flow/changes-dialog.tsx')).ChangesDialog,
)

export interface TaskWantedProps {
  readonly replica: Replica
  readonly task: Task
}

export function TaskWanted(props: TaskWantedProps) {
  // A task's brief never changes.
  const name = documentNamed('brief', props.task.brief)
  const live = useDocument(props.replica, name)
  const calls = createFlowCalls(props.replica, name)
  /** The acceptance it was begun from; the newest one of the same version. */
  const step = createMemo((): FlowStep | null => {
    const { from } = props.task
    return calls.flow()?.steps.findLast((one) => one.snapshot === from?.snapshot) ?? null
  })
  const [brief, setBrief] = createSignal<Brief | 'reading' | null>('reading')
  let isOpen = true
  onCleanup(() => (isOpen = false))
  const read = async (): Promise<void> => {
    const { from } = props.task
    const doc = from === null ? null : await calls.snapshotOf(from.snapshot, from.contentHash)
    if (isOpen) setBrief(doc === null ? null : readBrief(doc))
    doc?.destroy()
  }
  read().catch((fault: unknown) => {
    console.error('the accepted version could not be read', fault)
    setBrief(null)
  })
  const [seesChanges, setSeesChanges] = createSignal(false)
  return (
    <Show
      when={live.doc()}
      keyed
      fallback={
        <WantedSection
          task={props.task}
          brief={brief()}
          isChanged={false}
          onSeeChanges={() => undefined}
        />
      }
    >
      {(doc: Y.Doc) => {
        const isChanged = followChanged(
          () => doc,
          step,
          (since) => calls.snapshot(since),
        )
        return (
          <>
            <WantedSection
              task={props.task}
              brief={brief()}
              isChanged={isChanged()}
              onSeeChanges={() => setSeesChanges(true)}
            />
            <Show when={seesChanges() && step()}>
              {(since) => (
                <ChangesDialog
                  calls={calls}
                  doc={doc}
                  step={since()}
                  onClose={() => setSeesChanges(false)}
                />
              )}
            </Show>
          </>
        )
      }}
    </Show>
  )
}
