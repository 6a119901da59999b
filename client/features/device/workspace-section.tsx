/** The whole workspace as a file: out of any, into an empty one. */
import { createSignal, onMount, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { canInvite } from '#shared/protocol/names.ts'
import { WorkspaceExport, type WorkspaceExportProps } from './workspace-export.tsx'
import { WorkspaceImport } from './workspace-import.tsx'
import { workspaceFileWords } from './workspace-words.ts'

/** In addresses: `/device#workspace-file`. */
const section = 'workspace-file'

export function WorkspaceSection(props: WorkspaceExportProps) {
  const words = useWords(workspaceFileWords)
  // What was just imported is no reason to take its report away.
  const [begun, setBegun] = createSignal(false)
  const mayImport = (): boolean => canInvite(props.replica.access())
  let shown: HTMLDivElement | undefined
  // The page comes later than its address, so the browser finds nothing to go to.
  onMount(() => {
    if (location.hash === `#${section}`) shown?.scrollIntoView()
  })
  const isEmpty = (): boolean => props.documents.length === 0
  return (
    <div id={section} ref={shown}>
      <Section title={words().title}>
        <Stack gap="apart">
          <Show when={mayImport() && (begun() || isEmpty())}>
            <WorkspaceImport replica={props.replica} onBegin={() => setBegun(true)} />
          </Show>
          <WorkspaceExport {...props} />
          <Show when={mayImport() && !begun() && !isEmpty()}>
            <Text kind="small">{words().refusals['not-empty']}</Text>
          </Show>
        </Stack>
      </Section>
    </div>
  )
}
