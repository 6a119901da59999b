/** What can be done with the chosen tasks at once, by press or by key, and the dialog of the one that was asked for. */
import { createSignal, Match, Switch } from 'solid-js'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { Button } from '#client/ui/button.tsx'
import { useCommands } from '#client/ui/commands.ts'
import { later } from '#client/ui/later.tsx'
import { showToast } from '#client/ui/toasts.ts'
import type { BulkCalls } from './bulk-calls.ts'
import type { BulkAct } from './judge-bulk.ts'
import { sayTooMany } from './say-bulk.ts'
import { bulkWords } from './words.ts'

const AssignDialog = later(async () => (await import('./assign-dialog.tsx')).AssignDialog)
const DayDialog = later(async () => (await import('./day-dialog.tsx')).DayDialog)
const MoveDialog = later(async () => (await import('./move-dialog.tsx')).MoveDialog)
const TagDialog = later(async () => (await import('./tag-dialog.tsx')).TagDialog)

export interface BulkActsProps {
  /** The chosen ones. */
  readonly tasks: readonly ListedTask[]
  readonly calls: BulkCalls
  readonly nameOf: (member: string) => string
}

const keys = { assign: 'a', day: 'd', move: 'm', tag: 't' } as const
const kinds: readonly BulkAct['kind'][] = ['assign', 'day', 'move', 'tag']

export function BulkActs(props: BulkActsProps) {
  const words = useWords(bulkWords)
  const [front, setFront] = createSignal<BulkAct['kind'] | null>(null)
  const close = (): void => void setFront(null)
  const open = (kind: BulkAct['kind']): void => {
    const tooMany = sayTooMany(props.tasks.length)
    if (tooMany === null) setFront(kind)
    else showToast(tooMany, { tone: 'warn' })
  }
  useCommands(() =>
    props.tasks.length === 0
      ? []
      : kinds.map((kind) => ({
          id: `bulk-${kind}`,
          label: words()[`${kind}Keys`],
          keys: keys[kind],
          run: () => open(kind),
        })),
  )
  const act = (kind: BulkAct['kind']) => (
    <Button
      kind="quiet"
      aria-haspopup="dialog"
      aria-keyshortcuts={keys[kind].toUpperCase()}
      onClick={() => open(kind)}
    >
      {words()[kind]}
    </Button>
  )
  return (
    <>
      {act('assign')}
      {act('day')}
      {act('move')}
      {act('tag')}
      <Switch>
        <Match when={front() === 'assign'}>
          <AssignDialog {...props} onClose={close} />
        </Match>
        <Match when={front() === 'day'}>
          <DayDialog {...props} onClose={close} />
        </Match>
        <Match when={front() === 'move'}>
          <MoveDialog {...props} onClose={close} />
        </Match>
        <Match when={front() === 'tag'}>
          <TagDialog {...props} onClose={close} />
        </Match>
      </Switch>
    </>
  )
}
