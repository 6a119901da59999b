/** The workspace's name; two given apart stand side by side until somebody chooses. */
import { For, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import {
  chooseWorkspaceName,
  setWorkspaceName,
} from '#shared/documents/commands/workspace-settings.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { SectionProps } from './section-props.ts'
import { workspaceWords } from './words.ts'

export function NameSection(props: SectionProps & { readonly founded: string }) {
  const words = useWords(workspaceWords)
  return (
    <Section title={words().name}>
      <Show
        when={props.workspace.nameCandidates.length > 1}
        fallback={
          <TextField
            label={words().name}
            hideLabel
            value={props.workspace.name || props.founded}
            maxLength={limits.nameCharacters}
            disabled={props.readOnly}
            onInput={(text) => void setWorkspaceName(props.doc, text)}
          />
        }
      >
        <Row wrap>
          <For each={props.workspace.nameCandidates}>
            {(candidate) => (
              <Button
                disabled={props.readOnly}
                onClick={() => void chooseWorkspaceName(props.doc, candidate.writer)}
              >
                {candidate.text}
              </Button>
            )}
          </For>
        </Row>
      </Show>
    </Section>
  )
}
