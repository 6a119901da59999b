/** What others moved: the last thing that happened to each, and where it stands now. */
import { formatRelative } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { documentAddress } from '#client/live/document-address.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import { toneOf, wholeName } from '#client/features/tasks/say-task.ts'
import { sayEntry } from '#client/features/tasks/task/say-entry.ts'
import { LinkList } from '#client/ui/link-list.tsx'
import { ListRow } from '#client/ui/list-row.tsx'
import { StatusPill } from '#client/ui/status-pill.tsx'
import type { Moved } from '#shared/domain/handover/moved.ts'
import { stageById } from '#shared/domain/tasks/sop.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { FlowStep } from '#shared/records/brief-flow.ts'
import type { TaskEntry } from '#shared/records/task-log.ts'
import { handoverWords } from './words.ts'

export type MovedThing =
  | ({ readonly kind: 'task' } & Moved<ListedTask, TaskEntry>)
  | ({ readonly kind: 'brief' } & Moved<DocName, FlowStep>)

export interface MovedListProps {
  readonly label: string
  readonly things: readonly MovedThing[]
  readonly me: string
  readonly nameOf: (member: string) => string
  readonly titleOf: (name: DocName) => string
  readonly now: number
}

export function MovedList(props: MovedListProps) {
  const words = useWords(handoverWords)
  const nameOf = (moved: MovedThing): DocName =>
    moved.kind === 'task' ? moved.thing.name : moved.thing
  const what = (moved: MovedThing): string =>
    moved.kind === 'task'
      ? wholeName(moved.thing.summary)
      : props.titleOf(moved.thing) || words().untitled
  const last = (moved: MovedThing): string => {
    if (moved.kind === 'brief') {
      const step = moved.steps.at(-1)
      if (step === undefined) return ''
      const said = words().did[step.outcome](props.nameOf(step.by) || words().somebody)
      return [said, step.reason].filter((part) => part !== '').join(' · ')
    }
    const step = moved.steps.at(-1)
    const { sop } = moved.thing
    const stageName = (id: string): string =>
      (sop === null ? undefined : stageById(sop, id)?.[language()]) ?? id
    return step === undefined
      ? ''
      : sayEntry(step, { me: props.me, nameOf: props.nameOf, stageName })
  }
  const said = (moved: MovedThing): string =>
    moved.steps.length > 1 ? words().more(last(moved), moved.steps.length - 1) : last(moved)
  return (
    <LinkList
      label={props.label}
      items={props.things}
      itemId={nameOf}
      nameOf={what}
      currentId={null}
    >
      {(one, tabIndex) => (
        <ListRow
          href={documentAddress(nameOf(one()))}
          title={what(one())}
          tabIndex={tabIndex()}
          notes={[said(one())]}
          end={formatRelative(one().at, props.now)}
          pill={pillOf(one())}
        />
      )}
    </LinkList>
  )
}

function pillOf(moved: MovedThing) {
  const stage = moved.kind === 'task' ? moved.thing.stage : null
  return moved.kind === 'task' && stage !== null ? (
    <StatusPill tone={toneOf(moved.thing)}>{stage[language()]}</StatusPill>
  ) : undefined
}
