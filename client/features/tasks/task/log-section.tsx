/** What happened to a task, the newest first: who, when, from where to where, and why. */
import { createMemo, For, Show } from 'solid-js'
import { formatDateTime } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { dutiesIn } from '#shared/domain/tasks/separation.ts'
import type { Sop } from '#shared/domain/tasks/sop.ts'
import type { TaskLog } from '#shared/records/task-log.ts'
import { entryNotes, sayEntry, type Among } from './say-entry.ts'
import { taskWords } from './words.ts'

export interface LogSectionProps {
  readonly log: TaskLog
  readonly among: Among
  /** Null: it cannot be read here, so nothing is said of duties. */
  readonly sop: Sop | null
}

export function LogSection(props: LogSectionProps) {
  const words = useWords(taskWords)
  const same = createMemo((): ReadonlySet<string> =>
    props.sop === null ? new Set() : dutiesIn(props.sop, props.log.entries).same,
  )
  return (
    <Section title={words().log}>
      <Show
        when={props.log.entries.length > 0}
        fallback={<Text kind="quiet">{words().noLog}</Text>}
      >
        <FactList>
          <For each={props.log.entries.toReversed()}>
            {(entry) => (
              <Fact
                label={formatDateTime(entry.at)}
                value={sayEntry(entry, props.among)}
                help={
                  <Show when={entryNotes(entry, props.among, same()).length > 0}>
                    <Stack gap="none">
                      <For each={entryNotes(entry, props.among, same())}>
                        {(note) => <Text kind="small">{note}</Text>}
                      </For>
                    </Stack>
                  </Show>
                }
              />
            )}
          </For>
        </FactList>
      </Show>
    </Section>
  )
}
