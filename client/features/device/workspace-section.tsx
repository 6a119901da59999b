/** The whole workspace as a file: out of any, into an empty one. */
import { createSignal, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { canInvite } from '#shared/protocol/names.ts'
import { WorkspaceExport, type WorkspaceExportProps } from './workspace-export.tsx'
import { WorkspaceImport } from './workspace-import.tsx'
import { workspaceFileWords } from './workspace-words.ts'

export function WorkspaceSection(props: WorkspaceExportProps) {
  const words = useWords(workspaceFileWords)
  // What was just imported is no reason to take its report away.
  const [begun, setBegun] = createSignal(false)
  const isEmpty = (): boolean => props.documents.length === 0
  return (
    <Section title={words().title}>
      <Stack gap="apart">
        <WorkspaceExport {...props} />
        <Show when={canInvite(props.replica.access())}>
          <Show
            when={begun() || isEmpty()}
            fallback={<Text kind="small">{words().refusals['not-empty']}</Text>}
          >
            <WorkspaceImport replica={props.replica} onBegin={() => setBegun(true)} />
          </Show>
        </Show>
      </Stack>
    </Section>
  )
}
