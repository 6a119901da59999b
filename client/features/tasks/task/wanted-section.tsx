/** What is wanted, read from the brief as it was accepted when the task was made, and whether the brief has changed since. */
import { For, Show, type JSX } from 'solid-js'
import { formatDate } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { Section } from '#client/ui/section.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { Brief } from '#shared/domain/briefs/brief.ts'
import type { Task } from '#shared/domain/tasks/task.ts'
import { taskWords } from './words.ts'

export interface WantedSectionProps {
  readonly task: Task
  /** The version the task was begun from; `reading` while it is fetched, null where it cannot be had now. */
  readonly brief: Brief | 'reading' | null
  readonly isChanged: boolean
  readonly onSeeChanges: () => void
}

export function WantedSection(props: WantedSectionProps) {
  const words = useWords(taskWords)
  const brief = (): Brief | null => (props.brief === 'reading' ? null : props.brief)
  return (
    <Section title={words().wanted} note={words().asOf}>
      <Stack gap="related">
        <Show when={props.isChanged}>
          <Banner
            tone="info"
            action={
              <Button kind="quiet" onClick={() => props.onSeeChanges()}>
                {words().seeChanges}
              </Button>
            }
          >
            {words().changed}
          </Banner>
        </Show>
        <Show
          when={brief()}
          fallback={
            <Show
              when={props.brief === 'reading'}
              fallback={<Text kind="quiet">{words().notHere}</Text>}
            >
              <Skeleton label={words().loading} lines={4} />
            </Show>
          }
        >
          {(now) => <Wanted task={props.task} brief={now()} />}
        </Show>
      </Stack>
    </Section>
  )
}

function Wanted(props: { readonly task: Task; readonly brief: Brief }) {
  const words = useWords(taskWords)
  const product = () => props.brief.products.find(({ id }) => id === props.task.product)
  const about = (): string =>
    [product()?.sku ?? props.task.sku, product()?.name ?? props.task.name, product()?.options ?? '']
      .filter((part) => part !== '')
      .join(' · ')
  return (
    <FactList>
      <Fact label={words().product} value={about()} help={product()?.note || undefined} />
      <Show when={props.task.wantedBy}>
        {(day) => <Fact label={words().wantedBy} value={formatDate(day())} />}
      </Show>
      <Lines
        label={words().points}
        lines={props.brief.points.map(({ text, order }) => `${order}. ${text}`)}
      />
      <Lines
        label={words().references}
        lines={props.brief.references.flatMap(({ address, learn, avoid }) =>
          [
            address,
            learn === '' ? '' : words().learn(learn),
            avoid === '' ? '' : words().avoid(avoid),
          ].filter((line) => line !== ''),
        )}
      />
      <Lines
        label={words().limits}
        lines={props.brief.limits.map(({ text, claim }) => (claim ? words().claim(text) : text))}
      />
      <Lines label={words().audience} lines={[props.brief.sentences.audience.text]} />
      <Lines label={words().tone} lines={[props.brief.sentences.tone.text]} />
      <Lines
        label={words().facts}
        lines={props.brief.facts.map(({ name, value, unit }) => `${name} ${value}${unit}`.trim())}
      />
    </FactList>
  )
}

function Lines(props: { readonly label: string; readonly lines: readonly string[] }): JSX.Element {
  const lines = (): readonly string[] => props.lines.filter((line) => line !== '')
  return (
    <Show when={lines().length > 0}>
      <Fact
        label={props.label}
        value={
          <Stack gap="none">
            <For each={lines()}>{(line) => <span>{line}</span>}</For>
          </Stack>
        }
      />
    </Show>
  )
}
