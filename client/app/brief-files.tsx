/** A place for a file in an open brief, with this device's files behind it. Loaded after the brief is shown. */
import { createSignal, Show } from 'solid-js'
import type { FileAsk } from '#client/features/briefs/file-place.tsx'
import { saveFile } from '#client/ui/save-file.ts'
import { FileSlot } from '#client/features/files/file-slot.tsx'
import type { ReplicaFiles } from '#client/replica/files/replica-files.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { DocName } from '#shared/lib/ids.ts'

export interface BriefFileProps {
  readonly replica: Replica
  readonly name: DocName
  readonly ask: FileAsk
}

export function BriefFile(props: BriefFileProps) {
  const [files, setFiles] = createSignal<ReplicaFiles | null>(null)
  props.replica.files().then(
    (here) => setFiles(() => here),
    (fault: unknown) => console.error('files of this brief cannot be shown', fault),
  )
  return (
    <Show when={files()}>
      {(here) => (
        <FileSlot
          {...props.ask}
          files={here()}
          doc={props.name}
          isAlone={props.replica.identity.alone === true}
          onSave={saveFile}
        />
      )}
    </Show>
  )
}
