/** The message about a task, bound to this device: the team's phrase book, whom it is for and what they speak, the address. */
import { createSignal, onMount, Show } from 'solid-js'
import { MessageDialog } from '#client/features/tasks/message/message-dialog.tsx'
import type { TaskCalls } from '#client/features/tasks/task/task-calls.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { OwnPhrases } from '#shared/domain/messages/phrases.ts'
import type { Profile } from '#shared/domain/people/profile.ts'
import { readPerson } from '#shared/documents/readers/read-person.ts'
import { readPhrases } from '#shared/documents/readers/read-phrases.ts'
import { personDocument, workspaceDocument } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'

export interface TaskMessageProps {
  readonly replica: Replica
  readonly task: ListedTask
  readonly calls: TaskCalls
  readonly nameOf: (member: string) => string
  readonly now: () => number
  readonly onClose: () => void
}

interface Around {
  readonly own: OwnPhrases
  readonly profiles: ReadonlyMap<DocName, Profile>
  readonly address: string
}

export function TaskMessage(props: TaskMessageProps) {
  const [around, setAround] = createSignal<Around | null>(null)
  onMount(() => {
    const look = async (): Promise<void> => {
      const { replica, calls } = props
      const settings = workspaceDocument(replica.identity.workspace.id)
      const [phrases, profiles] = await Promise.all([
        replica.readDocuments([settings], readPhrases),
        replica.readDocuments(
          calls.people().map(({ member }) => personDocument(member)),
          readPerson,
        ),
      ])
      // What is on this device alone has no address others could open.
      const isAlone = replica.identity.alone === true || replica.identity.demo === true
      const address = isAlone ? '' : `${await replica.address()}/tasks/${props.task.name}`
      setAround({ own: phrases.get(settings) ?? new Map(), profiles, address })
    }
    void look().catch((fault: unknown) => {
      console.error('the phrase book could not be read', fault)
      setAround({ own: new Map(), profiles: new Map(), address: '' })
    })
  })
  return (
    <Show when={around()}>
      {(there) => (
        <MessageDialog
          task={props.task}
          own={there().own}
          calls={props.calls}
          nameOf={props.nameOf}
          now={props.now}
          receiverOf={(member) => {
            const profile = there().profiles.get(personDocument(member))
            return { speaks: profile?.languages ?? [], timeZone: profile?.timeZone ?? null }
          }}
          link={there().address}
          onClose={props.onClose}
        />
      )}
    </Show>
  )
}
