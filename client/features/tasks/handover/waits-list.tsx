/** What waits for this person: who needs it before they go home comes first. */
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import type { WaitsForMe } from '#client/live/handover.ts'
import { documentAddress } from '#client/live/document-address.ts'
import { sayDue } from '#client/features/tasks/say-due.ts'
import { wholeName } from '#client/features/tasks/say-task.ts'
import { LinkList } from '#client/ui/link-list.tsx'
import { ListRow } from '#client/ui/list-row.tsx'
import { StatusPill } from '#client/ui/status-pill.tsx'
import type { Tone } from '#client/ui/toasts.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { sayNeed, toneOfNeed } from './need-words.ts'
import { handoverWords } from './words.ts'

export interface WaitsListProps {
  readonly waits: readonly WaitsForMe[]
  readonly nameOf: (member: string) => string
  readonly titleOf: (name: DocName) => string
  readonly now: number
}

export function WaitsList(props: WaitsListProps) {
  const words = useWords(handoverWords)
  const what = ({ about, task }: WaitsForMe): string =>
    task === null ? props.titleOf(about) || words().untitled : wholeName(task.summary)
  const needed = ({ who, need }: WaitsForMe): string =>
    who === null || need === null
      ? ''
      : sayNeed(props.nameOf(who) || words().somebody, need, props.now)
  const notes = (one: WaitsForMe): readonly string[] => {
    const stage = one.task?.stage?.[language()] ?? ''
    return [[needed(one), one.text || stage].filter((part) => part !== '').join(' · ')]
  }
  const tone = ({ why, need }: WaitsForMe): Tone =>
    why === 'trouble' ? 'bad' : toneOfNeed(need, props.now)
  return (
    <LinkList
      label={words().waits}
      items={props.waits}
      itemId={({ about }) => about}
      nameOf={what}
      currentId={null}
    >
      {(one, tabIndex) => {
        const due = () => {
          const { task } = one()
          return task === null || task.due === null ? null : sayDue(task, props.now)
        }
        return (
          <ListRow
            href={documentAddress(one().about)}
            title={what(one())}
            tabIndex={tabIndex()}
            notes={notes(one())}
            end={due()?.text}
            endTone={due()?.tone}
            pill={<StatusPill tone={tone(one())}>{words().why[one().why]}</StatusPill>}
          />
        )
      }}
    </LinkList>
  )
}
