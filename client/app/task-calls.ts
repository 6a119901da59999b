/** One task's log, bound to this device's records (docs/decisions.md, 23). */
import type { SendBack, TaskAnswer, TaskCalls } from '#client/features/tasks/task/task-calls.ts'
import type { ListedTask } from '#client/live/list-tasks.ts'
import type { Replica } from '#client/replica/replica.ts'
import { topicOf } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import type { PlainObject } from '#shared/records/canonical.ts'
import type { TaskOutcome } from '#shared/records/task-log.ts'
import { canDoTasks } from './can-do-tasks.ts'

export function createTaskCalls(
  { identity, records }: Pick<Replica, 'identity' | 'records'>,
  name: DocName,
  task: () => ListedTask | null,
  people: () => readonly Person[],
  /** A record was made here. */
  made: () => Promise<void>,
): TaskCalls {
  const say = async (
    outcome: TaskOutcome,
    bodyIn: (task: ListedTask) => PlainObject,
    reason = '',
  ): Promise<TaskAnswer> => {
    const now = task()
    if (now === null) return 'not-stored'
    const { knows, place } = now.log.next
    const answer = await records.make({
      ...{ kind: 'task', scope: name, subject: topicOf(name), contentHash: null },
      ...{ outcome, reason, body: { ...bodyIn(now), knows: [...knows], place } },
    })
    await made()
    if (answer.ok) return null
    return answer.refusal === 'no-record' ? 'too-long' : 'not-stored'
  }
  const booked = (minutes: number | null): PlainObject => (minutes === null ? {} : { minutes })
  return {
    me: identity.member,
    people: () => people().filter(canDoTasks),
    start: () => say('started', ({ log }) => ({ step: log.step })),
    submit: () => say('submitted', ({ log }) => ({ step: log.step })),
    wait: (reason, on) => say('waiting', ({ log }) => ({ step: log.step, on }), reason),
    wentWrong: (what, note, on) =>
      say('went-wrong', ({ log }) => ({ step: log.step, what, on }), note),
    mend: (of, done) => say('mended', ({ log }) => ({ step: log.step, of }), done),
    told: ({ phrase, language, text, to, by }) =>
      say('told', ({ log }) => ({ step: log.step, on: to, phrase, language, by }), text),
    handOver: (to) => say('handed-over', ({ log }) => ({ step: log.step, to })),
    forward: (checks, minutes) =>
      say('forward', ({ log, path }) => ({
        ...{ from: log.step, to: path[log.at + 1] ?? log.step, checks: [...checks] },
        ...booked(minutes),
      })),
    sendBack: ({ to, cause, field, reason }: SendBack, minutes) =>
      say(
        'back',
        ({ log }) => ({
          ...{ from: log.step, to, cause, ...(field === null ? {} : { field }) },
          ...booked(minutes),
        }),
        reason,
      ),
  }
}
