/** Tasks that were not changed, by reason: how many, and which. */
import { For } from 'solid-js'
import { formatNumber } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { wholeName } from '#client/features/tasks/say-task.ts'
import { Disclosure } from '#client/ui/disclosure.tsx'
import { NoteList } from '#client/ui/note-list.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { WhyNot } from './judge-bulk.ts'
import { byReason } from './say-bulk.ts'
import { bulkWords } from './words.ts'

export function NotDoneList(props: {
  readonly not: readonly { readonly task: ListedTask; readonly why: WhyNot }[]
}) {
  const words = useWords(bulkWords)
  return (
    <Stack gap="near">
      <For each={byReason(props.not)}>
        {({ why, tasks }) => (
          <Disclosure label={`${words().why[why]} · ${formatNumber(tasks.length)}`}>
            <NoteList>
              <For each={tasks}>{({ summary }) => <li>{wholeName(summary)}</li>}</For>
            </NoteList>
          </Disclosure>
        )}
      </For>
    </Stack>
  )
}
