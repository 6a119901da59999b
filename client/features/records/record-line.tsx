/** One record in words: what, on which device, when by its clock and when the relay received it, and what verifying found. */
import { createSignal, For, Show } from 'solid-js'
import { formatDateTime } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import type { KeptRecord } from '#client/replica/kept-records.ts'
import { Button } from '#client/ui/button.tsx'
import { NoteList } from '#client/ui/note-list.tsx'
import { Row } from '#client/ui/row.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { StatusPill } from '#client/ui/status-pill.tsx'
import { Text } from '#client/ui/text.tsx'
import { brokenChecks, checks, type Check, type Verdict } from '#shared/records/verify.ts'
import { recordWords } from './words.ts'

export interface RecordLineProps {
  readonly record: KeptRecord
  readonly sentence: string
  /** Null before it was verified. */
  readonly verdict: Verdict | null
  /** This device's id. */
  readonly here: string
}

/** Letters of an id that tell two devices apart. */
const shown = 6

export function RecordLine(props: RecordLineProps) {
  const words = useWords(recordWords)
  const [isOpen, setOpen] = createSignal(false)
  const broken = (): readonly Check[] => (props.verdict === null ? [] : brokenChecks(props.verdict))
  const listed = (): readonly Check[] =>
    isOpen() ? checks.filter((check) => check !== 'content' || judgesContent()) : broken()
  const judgesContent = (): boolean => (props.record.fact?.contentHash ?? null) !== null
  /** A brief's record judges the version kept with it. */
  const wordsOf = (check: Check) =>
    check === 'content' && props.record.fact?.kind === 'brief'
      ? words().keptVersion
      : words().checks[check]
  const refusal = (): string => {
    const known: Readonly<Record<string, string>> = words().refusals
    return known[props.record.refused ?? ''] ?? words().refusals.other
  }
  const facts = (): string => {
    const { fact, receipt, standing } = props.record
    const device = fact?.device === props.here ? words().thisDevice : words().device(endOf(fact))
    const parts = fact === null ? [] : [words().made(device, formatDateTime(fact.at))]
    if (receipt !== null) parts.push(words().received(formatDateTime(receipt.at), receipt.seq))
    else if (standing === 'waiting') parts.push(words().waiting)
    else if (standing === 'counts') parts.push(words().alone)
    return parts.join(words().between)
  }
  return (
    <Stack gap="tight">
      <Text>{props.sentence}</Text>
      <Text kind="small">{facts()}</Text>
      <Show when={props.record.fact?.reason}>
        {(reason) => <Text kind="small">{words().reason(reason())}</Text>}
      </Show>
      <Show when={props.record.standing === 'refused'}>
        <Row>
          <StatusPill tone="bad">{words().refused}</StatusPill>
          <Text kind="small">{refusal()}</Text>
        </Row>
      </Show>
      <Show when={props.verdict} keyed>
        {({ found }) => (
          <>
            <Row>
              <StatusPill tone={broken().length > 0 ? 'bad' : 'ok'}>
                {broken().length > 0 ? words().broken : words().holds}
              </StatusPill>
              <Button kind="quiet" aria-expanded={isOpen()} onClick={() => setOpen(!isOpen())}>
                {isOpen() ? words().hideDetails : words().details}
              </Button>
            </Row>
            <Show when={listed().length > 0}>
              <NoteList>
                <For each={listed()}>{(check) => <li>{wordsOf(check)[found[check]]}</li>}</For>
              </NoteList>
            </Show>
          </>
        )}
      </Show>
    </Stack>
  )
}

const endOf = (fact: KeptRecord['fact']): string => (fact?.device ?? '').slice(-shown)
