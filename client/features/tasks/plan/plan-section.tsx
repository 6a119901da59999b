/** A task's plan: when its stage is due here and where its owner is, how much of the buffer is used, and what would help. */
import { Show } from 'solid-js'
import { formatDate, formatTime } from '#client/i18n/format.ts'
import { useWords } from '#client/i18n/words.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import type { TaskOutlook } from '#client/live/outlook-of.ts'
import type { WorkCalendars } from '#client/live/work-calendars.ts'
import { Banner } from '#client/ui/banner.tsx'
import { Fact } from '#client/ui/fact.tsx'
import { FactList } from '#client/ui/fact-list.tsx'
import { Meter } from '#client/ui/meter.tsx'
import { Section } from '#client/ui/section.tsx'
import { Stack } from '#client/ui/stack.tsx'
import type { Tone } from '#client/ui/toasts.ts'
import { dueTones } from '#client/features/tasks/say-due.ts'
import { latenessOf, type StageDue } from '#shared/domain/tasks/lateness.ts'
import { dayOf } from '#shared/domain/tasks/task.ts'
import type { Handing } from '#shared/domain/tasks/quickest-hands.ts'
import type { MemberId } from '#shared/lib/ids.ts'
import { planWords } from './plan-words.ts'
import { clockThere, moment, sayUsed } from './say-plan.ts'

export interface PlanSectionProps {
  readonly listed: ListedTask
  readonly outlook: TaskOutlook
  readonly due: StageDue
  readonly calendars: WorkCalendars
  /** Who else could do which stage so that it is in time; null where nobody can, or nobody need. */
  readonly handings: readonly Handing<MemberId>[] | null
  readonly me: string
  readonly nameOf: (member: string) => string
  readonly stageName: (id: string) => string
  /** Moves with the minute. */
  readonly now: number
}

export function PlanSection(props: PlanSectionProps) {
  const words = useWords(planWords)
  const wanted = (): string => formatDate(dayOf(props.listed.summary) ?? '')
  const lateness = () => latenessOf(props.due, props.now)
  const owner = () => props.listed.owner
  /** Both clocks where they differ, and whether the owner is there now. */
  const about = (): string => {
    const { dueAt } = props.due
    const who = owner()
    const there = clockThere(dueAt, props.calendars.weekOf(who).timeZone)
    const here = formatTime(dueAt)
    const clocks =
      who === null
        ? words().usual(there)
        : there === here
          ? ''
          : [words().yours(here), words().theirs(props.nameOf(who), there)].join(words().between)
    return [words().lateness[lateness()], clocks, who === null ? '' : away(who)]
      .filter((part) => part !== '')
      .join(' · ')
  }
  const away = (who: MemberId): string => {
    const calendar = props.calendars.of(who)
    if (who === props.me || calendar.isWorking(props.now)) return ''
    const next = calendar.next(props.now)
    return next === null
      ? words().isOffNoTime(props.nameOf(who))
      : words().isOff(props.nameOf(who), moment(next))
  }
  const warning = (): string => {
    const { verdict, earliest, endsAt, plan } = props.outlook
    if (verdict !== 'too-late') return ''
    return plan.buffer === null
      ? words().masterLate(moment(endsAt))
      : words().tooLate(wanted(), formatDate(earliest))
  }
  const help = (): string => {
    if (props.handings === null) return ''
    const list = props.handings
      .map(({ id, to }) => words().handOne(props.stageName(id), props.nameOf(to)))
      .join(words().between)
    return props.outlook.verdict === 'too-late' ? words().handOver(list) : words().keepBuffer(list)
  }
  return (
    <Section
      title={words().plan}
      note={props.outlook.plan.buffer === null ? words().fromMaster : words().from(wanted())}
    >
      <Stack gap="related">
        <Show when={warning() || help()}>
          <Banner tone={props.outlook.verdict === 'too-late' ? 'bad' : 'warn'}>
            {[warning(), help()].filter(Boolean).join(words().stop)}
          </Banner>
        </Show>
        <FactList>
          <Fact
            label={words().due(props.stageName(props.listed.log.step))}
            value={moment(props.due.dueAt)}
            tone={dueTones[lateness()]}
            help={about() || undefined}
          />
          <Fact
            label={words().ends}
            value={moment(props.outlook.endsAt)}
            help={props.listed.waitsForMaster ? words().endsWaiting : words().endsHelp}
          />
          <Show when={props.outlook.plan.buffer}>
            {(buffer) => (
              <Fact
                label={words().buffer}
                value={sayUsed(props.outlook.usedMs, buffer().ms)}
                tone={usedTone(props.outlook.usedMs, buffer().ms)}
                help={
                  <>
                    <Meter label={words().buffer} share={props.outlook.usedMs / buffer().ms} />
                    {words().bufferHelp(moment(buffer().from), moment(buffer().to))}
                  </>
                }
              />
            )}
          </Show>
        </FactList>
      </Stack>
    </Section>
  )
}

const usedTone = (used: number, all: number): Tone | undefined =>
  used >= all ? 'bad' : used > 0 ? 'warn' : undefined
