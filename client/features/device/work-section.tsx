/** What of the briefs is only on this device, and what the relay did not take, to be exported brief by brief. */
import { createEffect, createSignal, For, onCleanup, Show } from 'solid-js'
import { formatNumber, formatRelative } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { OverallStatus } from '#client/replica/status.ts'
import { Button } from '#client/ui/button.tsx'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { Section } from '#client/ui/section.tsx'
import { documentAddress } from '#client/live/document-address.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { saveFile } from '#client/ui/save-file.ts'
import { listedOf, subjectAmong, type ListedDocument } from './listed-document.ts'
import { deviceWords } from './words.ts'

export interface WorkSectionProps {
  readonly replica: Replica
  readonly status: OverallStatus
  readonly documents: readonly ListedDocument[]
  /** Device time, ms; moves on by itself. */
  readonly now: number
}

export function WorkSection(props: WorkSectionProps) {
  const words = useWords(deviceWords)
  const refused = followRefused(props)
  const titleOf = (name: DocName): string =>
    listedOf(props.documents, name)?.summary.title || words().untitled
  const addressOf = (name: DocName): string => documentAddress(subjectAmong(props.documents, name))
  /** Read from the replica: the signal does not move when only the age does. */
  const oldest = (): string | null => {
    const { since } =
      props.now > 0 && props.status.waiting > 0 ? props.replica.status.overall() : none
    return since === null
      ? null
      : words().oldest(formatRelative(Math.min(since, props.now), props.now))
  }
  const exportOne = async (name: DocName): Promise<void> => {
    const bytes = await props.replica.exportRefused(name)
    saveFile(`${titleOf(name)}.json`, new Blob([bytes], { type: 'application/json' }))
  }
  return (
    <Section title={words().work}>
      <FactList>
        <Fact
          label={words().waiting}
          tone={props.status.waiting > 0 ? 'info' : 'ok'}
          value={
            props.status.waiting > 0
              ? words().waitingCount(formatNumber(props.status.waiting))
              : words().nothingWaiting
          }
          help={oldest()}
        />
        <Show when={props.status.refused > 0}>
          <Fact
            label={words().refused}
            tone="bad"
            value={words().refusedCount(formatNumber(props.status.refused))}
            help={words().refusedHelp}
          />
          <For each={refused()}>
            {([name, count]) => (
              <Fact
                label=""
                value={<a href={addressOf(name)}>{titleOf(name)}</a>}
                help={words().waitingCount(formatNumber(count))}
                action={<Button onClick={() => void exportOne(name)}>{words().exportOne}</Button>}
              />
            )}
          </For>
        </Show>
      </FactList>
    </Section>
  )
}

const none = { since: null }

/** Documents with refused changes, and how many. */
function followRefused(props: WorkSectionProps) {
  const [refused, setRefused] = createSignal<readonly (readonly [DocName, number])[]>([])
  let gone = false
  onCleanup(() => (gone = true))
  createEffect(() => {
    if (props.status.refused === 0) return void setRefused([])
    void props.replica.refused().then((rows) => {
      const counts = new Map<DocName, number>()
      for (const { doc } of rows) counts.set(doc, (counts.get(doc) ?? 0) + 1)
      if (!gone) setRefused([...counts])
    })
  })
  return refused
}
