/** What a message is about to say, and to whom, by where the task stands: what most people would choose first. Pure. */
import type { ListedTask } from '#client/live/list-tasks.ts'
import type { MemberId } from '#shared/lib/ids.ts'
import type { PhraseId } from '#shared/lib/message-phrases.ts'

export interface FirstChoice {
  readonly phrase: PhraseId
  readonly to: MemberId | null
  readonly note: string
}

export function firstChoice(
  { log, owner }: Pick<ListedTask, 'log' | 'owner'>,
  me: string,
): FirstChoice {
  const { decisive, sentBackBy, state } = log
  const other = (member: MemberId | null): MemberId | null => (member === me ? null : member)
  if (state === 'waiting' && decisive !== null)
    return { phrase: 'remind', to: other(decisive.whom ?? owner), note: decisive.reason }
  if (sentBackBy !== null) return { phrase: 'change', to: other(owner), note: sentBackBy.reason }
  if (owner !== null && owner !== me && !log.isOver)
    return { phrase: 'remind', to: owner, note: '' }
  return { phrase: 'question', to: null, note: '' }
}
