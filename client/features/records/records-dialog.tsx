/** The records of a scope in words, oldest first, and verifying them: from this device alone, at a person's wish. */
import { createMemo, createSignal, For, Match, onCleanup, Show, Switch } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import type { KeptRecord, Records } from '#client/replica/kept-records.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import type { DocName } from '#shared/lib/ids.ts'
import { brokenChecks, type Verdict } from '#shared/records/verify.ts'
import { RecordLine } from './record-line.tsx'
import { sayRecord } from './say-record.ts'
import { recordWords, type RecordWords } from './words.ts'

export interface RecordsDialogProps {
  readonly records: Pick<Records, 'of' | 'verify' | 'subscribe'>
  readonly scope: DocName
  readonly about: keyof RecordWords['about']
  readonly me: { readonly member: string; readonly device: string }
  readonly nameOf: (member: string) => string
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

export function RecordsDialog(props: RecordsDialogProps) {
  const words = useWords(recordWords)
  const { records, isUnreadable } = followRecords(props)
  const [verdicts, setVerdicts] = createSignal<ReadonlyMap<string, Verdict> | null>(null)
  const [isVerifying, setVerifying] = createSignal(false)
  const [hasFailed, setFailed] = createSignal(false)
  const verify = async (): Promise<void> => {
    setVerifying(true)
    try {
      const found = await props.records.verify(props.scope)
      setVerdicts(new Map(found.map((verdict) => [verdict.id, verdict])))
      setFailed(false)
    } catch (fault) {
      console.error('records could not be verified', fault)
      setFailed(true)
    }
    setVerifying(false)
  }
  const summary = createMemo(() => {
    const found = [...(verdicts()?.values() ?? [])]
    const broken = found.filter((verdict) => brokenChecks(verdict).length > 0).length
    return { count: found.length, broken }
  })
  const among = () => ({
    records: records() ?? [],
    nameOf: props.nameOf,
    me: props.me.member,
  })
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={words().about[props.about].title}
      description={words().help}
      closeLabel={words().close}
      size="wide"
      actions={
        <Button kind="primary" pending={isVerifying()} onClick={() => void verify()}>
          {isVerifying() ? words().verifying : words().verify}
        </Button>
      }
    >
      <Stack gap="apart">
        <div aria-live="polite">
          <Show when={verdicts() !== null} fallback={<Text kind="small">{words().offline}</Text>}>
            <Show
              when={summary().broken > 0}
              fallback={<Banner tone="ok">{words().allHold(summary().count)}</Banner>}
            >
              <Banner tone="bad">{words().someBroken(summary().broken, summary().count)}</Banner>
            </Show>
          </Show>
        </div>
        <Switch>
          <Match when={isUnreadable() || hasFailed()}>
            <Banner tone="bad">{words().unreadable}</Banner>
          </Match>
          <Match when={records()?.length === 0}>
            <Text kind="quiet">{words().none}</Text>
          </Match>
        </Switch>
        <For each={records() ?? []}>
          {(record) => (
            <RecordLine
              record={record}
              sentence={sayRecord(record, among())}
              verdict={verdicts()?.get(record.id) ?? null}
              here={props.me.device}
            />
          )}
        </For>
      </Stack>
    </Dialog>
  )
}

/** Null until read once. */
function followRecords(props: RecordsDialogProps) {
  const [records, setRecords] = createSignal<readonly KeptRecord[] | null>(null)
  const [isUnreadable, setUnreadable] = createSignal(false)
  let asked = 0
  const read = async (): Promise<void> => {
    const own = (asked += 1)
    try {
      const found = await props.records.of(props.scope)
      if (own === asked) setRecords(found)
      setUnreadable(false)
    } catch (fault) {
      console.error('records could not be read', fault)
      if (own === asked) setUnreadable(true)
    }
  }
  void read()
  onCleanup(props.records.subscribe(() => void read()))
  onCleanup(() => (asked = -1))
  return { records, isUnreadable }
}
