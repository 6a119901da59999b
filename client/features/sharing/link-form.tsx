/** What a new guest link allows: the right, how long, for how many, and which briefs beside this one. */
import X from 'lucide-solid/icons/x'
import { createSignal, For, Show } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/button.tsx'
import { Combobox } from '#client/ui/combobox.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { Row } from '#client/ui/row.tsx'
import { Select } from '#client/ui/select.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { GrantedRight } from '#shared/lib/access.ts'
import type { Topic } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import { RightSelect } from './right-select.tsx'
import type { NewLink, OtherBrief } from './sharing-calls.ts'
import { sharingWords } from './words.ts'

const spans = ['24', '168', '720'] as const
const counts = ['1', '5', '20', '100'] as const
const HOUR = 3_600_000

export function LinkForm(props: {
  readonly topic: Topic
  readonly others: readonly OtherBrief[]
  readonly now: () => number
  readonly onMake: (wanted: NewLink) => Promise<void>
}) {
  const words = useWords(sharingWords)
  const [right, setRight] = createSignal<GrantedRight>('comment')
  const [hours, setHours] = createSignal<(typeof spans)[number]>('168')
  const [uses, setUses] = createSignal<(typeof counts)[number]>('5')
  const [more, setMore] = createSignal<readonly Topic[]>([])
  const [pending, setPending] = createSignal(false)
  const titleOf = (topic: Topic): string =>
    props.others.find((one) => one.topic === topic)?.title || words().untitled
  const free = (): readonly OtherBrief[] =>
    props.others.filter(({ topic }) => !more().includes(topic))
  const spanWords = () => ({ '24': words().day, '168': words().week, '720': words().month })
  const make = async (): Promise<void> => {
    if (pending()) return
    setPending(true)
    await props.onMake({
      topics: [props.topic, ...more()],
      right: right(),
      expiresAt: props.now() + Number(hours()) * HOUR,
      uses: Number(uses()),
    })
    setPending(false)
  }
  return (
    <Stack gap="related">
      <Row fill gap="related">
        <RightSelect label={words().right} value={right()} onChange={setRight} />
        <Select
          label={words().validFor}
          value={hours()}
          options={spans.map((value) => ({ value, label: spanWords()[value] }))}
          onChange={setHours}
        />
        <Select
          label={words().uses}
          value={uses()}
          options={counts.map((value) => ({ value, label: words().people(Number(value)) }))}
          onChange={setUses}
        />
      </Row>
      <For each={more()}>
        {(topic) => (
          <Row spread align="center">
            <Text line>{titleOf(topic)}</Text>
            <IconButton
              label={words().takeOut(titleOf(topic))}
              onClick={() => setMore((all) => all.filter((one) => one !== topic))}
            >
              <X size={16} aria-hidden="true" />
            </IconButton>
          </Row>
        )}
      </For>
      <Show when={free().length > 0 && more().length + 1 < limits.inviteTopics}>
        <Combobox
          label={words().moreBriefs}
          help={words().moreBriefsHelp(limits.inviteTopics)}
          value=""
          placeholder={words().moreBriefsPlaceholder}
          options={free().map(({ topic, title }) => ({
            value: topic,
            label: title || words().untitled,
          }))}
          onChange={(topic) => {
            const found = free().find((one) => one.topic === topic)
            if (found !== undefined) setMore((all) => [...all, found.topic])
          }}
        />
      </Show>
      <Row>
        <Button kind="primary" pending={pending()} onClick={() => void make()}>
          {words().makeLink}
        </Button>
      </Row>
    </Stack>
  )
}
