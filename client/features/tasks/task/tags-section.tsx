/** A task's tags, each taken off by a press, and what its file is called, copied in one tap. */
import { createSignal, Show } from 'solid-js'
import type * as Y from 'yjs'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { Button } from '#client/ui/button.tsx'
import { ChoiceChips } from '#client/ui/choice-chips.tsx'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { later } from '#client/ui/later.tsx'
import { Row } from '#client/ui/row.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { BulkCalls } from '#client/features/tasks/bulk/bulk-calls.ts'
import { assetFileName } from '#shared/domain/tasks/asset-name.ts'
import { tagWord } from '#shared/domain/tasks/tags.ts'
import type { Task } from '#shared/domain/tasks/task.ts'
import { tagTask } from '#shared/documents/commands/tasks.ts'
import { relationsWords } from './relations-words.ts'

const TagDialog = later(
  async () => (await import('#client/features/tasks/bulk/tag-dialog.tsx')).TagDialog,
)

export interface TagsSectionProps {
  readonly doc: Y.Doc
  readonly task: Task
  readonly listed: ListedTask
  readonly bulk: BulkCalls
  readonly canWrite: boolean
  readonly nameOf: (member: string) => string
}

export function TagsSection(props: TagsSectionProps) {
  const words = useWords(relationsWords)
  const [asking, setAsking] = createSignal(false)
  const name = (): string => assetFileName(props.task, props.listed.log.round)
  const copy = async (): Promise<void> => {
    const done = await navigator.clipboard?.writeText(name()).then(
      () => true,
      () => false,
    )
    if (done === true) showToast(words().copied, { tone: 'ok' })
    else showToast(words().copyFailed, { tone: 'warn' })
  }
  return (
    <Section title={words().tags}>
      <Stack gap="related">
        <Show
          when={props.task.tags.length > 0}
          fallback={<Text kind="quiet">{words().noTags}</Text>}
        >
          <ChoiceChips
            label={words().tags}
            hideLabel
            disabled={!props.canWrite}
            choices={props.task.tags.map((tag) => ({
              value: tag,
              label: tagWord(tag, language()),
            }))}
            chosen={props.task.tags}
            onToggle={(tag) => tagTask(props.doc, tag, false)}
          />
        </Show>
        <Show when={props.canWrite}>
          <Row>
            <Button aria-haspopup="dialog" onClick={() => setAsking(true)}>
              {words().addTag}
            </Button>
          </Row>
        </Show>
        <FactList>
          <Fact
            label={words().name}
            value={name()}
            help={words().nameHelp}
            action={
              <Button kind="quiet" onClick={() => void copy()}>
                {words().copy}
              </Button>
            }
          />
        </FactList>
      </Stack>
      <Show when={asking()}>
        <TagDialog
          tasks={[props.listed]}
          calls={props.bulk}
          nameOf={props.nameOf}
          onClose={() => setAsking(false)}
        />
      </Show>
    </Section>
  )
}
