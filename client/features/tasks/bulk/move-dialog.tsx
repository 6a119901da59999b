/** Which of the chosen tasks can move on and where to, and why the others cannot; then they move. */
import { createMemo, createSignal, For, onMount, Show } from 'solid-js'
import { formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { Stack } from '#client/ui/stack.tsx'
import { Text } from '#client/ui/text.tsx'
import { stageById } from '#shared/domain/tasks/sop.ts'
import { groupBy } from '#shared/lib/group-by.ts'
import type { AskBulkProps } from './ask-bulk.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import { createBulkStep } from './create-bulk-step.ts'
import type { WhyNot } from './judge-bulk.ts'
import { NotDoneList } from './not-done-list.tsx'
import { bulkWords } from './words.ts'

interface Seen {
  readonly able: readonly ListedTask[]
  readonly not: readonly { readonly task: ListedTask; readonly why: WhyNot }[]
}

export function MoveDialog(props: AskBulkProps) {
  const words = useWords(bulkWords)
  const step = createBulkStep(props)
  const { tasks } = props
  const [seen, setSeen] = createSignal<Seen | null>(null)
  onMount(() => {
    void props.calls.judge(tasks, { kind: 'move' }).then((judged) =>
      setSeen({
        able: judged.flatMap(({ task, why }) => (why === null ? [task] : [])),
        not: judged.flatMap(({ task, why }) => (why === null ? [] : [{ task, why }])),
      }),
    )
  })
  const able = (): number => seen()?.able.length ?? 0
  const ways = createMemo(() =>
    [...groupBy(seen()?.able ?? [], wayOf)].map(([, some]) => ({
      count: some.length,
      ...(some[0] ? endsOf(some[0]) : { from: '', to: '' }),
    })),
  )
  return (
    <BulkDialog
      title={words().titles.move(formatNumber(tasks.length))}
      help={words().moveHelp}
      act={words().act.move(formatNumber(able()))}
      isIdle={able() === 0}
      step={step}
      nameOf={props.nameOf}
      onAct={() => void step.run(tasks, { kind: 'move' })}
      onClose={props.onClose}
    >
      <Show when={seen()} fallback={<Skeleton label={words().looking} lines={3} />}>
        {(judged) => (
          <Stack gap="related">
            <Text>{able() === 0 ? words().noneAble : words().able(formatNumber(able()))}</Text>
            <For each={ways()}>
              {({ from, to, count }) => (
                <Text kind="small">{words().to(from, to, formatNumber(count))}</Text>
              )}
            </For>
            <Show when={judged().not.length > 0}>
              <Show when={able() > 0}>
                <Text>{words().notAble(formatNumber(judged().not.length))}</Text>
              </Show>
              <NotDoneList not={judged().not} />
            </Show>
          </Stack>
        )}
      </Show>
    </BulkDialog>
  )
}

const wayOf = ({ log, path, sop }: ListedTask): string =>
  `${sop?.id} ${log.step} ${path[log.at + 1]}`

function endsOf({ log, path, sop, stage }: ListedTask): {
  readonly from: string
  readonly to: string
} {
  const next = path[log.at + 1] ?? ''
  const to = sop === null ? null : stageById(sop, next)
  return { from: stage?.[language()] ?? log.step, to: to?.[language()] ?? next }
}
