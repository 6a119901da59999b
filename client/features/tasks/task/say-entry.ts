/** An entry of a task's log as a sentence, and why a task was sent back. */
import { formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import { qualityItems } from '#shared/domain/briefs/quality/items.ts'
import { causeById } from '#shared/domain/tasks/causes.ts'
import { troubleById } from '#shared/domain/tasks/troubles.ts'
import type { TaskEntry } from '#shared/records/task-log.ts'
import { dutyWords } from './duty-words.ts'
import { taskWords } from './words.ts'

export interface Among {
  readonly me: string
  /** Empty for nobody known. */
  readonly nameOf: (member: string) => string
  readonly stageName: (id: string) => string
}

export function nameAmong({ me, nameOf }: Among, member: string): string {
  const words = useWords(taskWords)()
  const known = nameOf(member) || words.somebody
  return member === me ? words.you(known) : known
}

export function sayEntry(entry: TaskEntry, among: Among): string {
  const { did } = useWords(taskWords)()
  const who = nameAmong(among, entry.by)
  const step = among.stageName(entry.step)
  switch (entry.outcome) {
    case 'forward':
      return did.forward(who, step, among.stageName(entry.to ?? ''))
    case 'back':
      return did.back(who, step, among.stageName(entry.to ?? ''))
    case 'started':
      return did.started(who, step)
    case 'submitted':
      return did.submitted(who, step)
    case 'waiting':
      return did.waiting(who, step)
    case 'went-wrong':
      return did.wentWrong(who, entry.what === null ? '' : troubleById(entry.what)[language()])
    case 'mended':
      return did.mended(who)
    case 'told':
      return entry.whom === null
        ? did.toldSomebody(who)
        : did.told(who, nameAmong(among, entry.whom))
    case 'handed-over':
      return entry.whom === null
        ? did.letGo(who, step)
        : did.handedOver(who, step, nameAmong(among, entry.whom))
  }
}

/** Reason, field at fault and time: what stands below the sentence. */
/** `same`: entries by which somebody passed what they had made (domain/tasks/separation.ts). */
export function entryNotes(
  entry: TaskEntry,
  among: Among,
  same: ReadonlySet<string>,
): readonly string[] {
  const words = useWords(taskWords)()
  const waits = entry.outcome === 'waiting'
  return [
    entry.cause === null ? '' : causeById(entry.cause)[language()],
    waits && entry.whom !== null
      ? words.waitsForWhom(nameAmong(among, entry.whom), entry.reason)
      : entry.reason,
    fieldName(entry.field) === null ? '' : words.atFault(fieldName(entry.field) ?? ''),
    entry.minutes === null
      ? ''
      : words.booked(formatNumber(entry.minutes / 60, { maximumFractionDigits: 1 })),
    same.has(entry.id) ? useWords(dutyWords)().samePerson : '',
    entry.isWaiting ? words.waiting : '',
  ].filter((note) => note !== '')
}

const fieldName = (field: string | null): string | null =>
  qualityItems.find(({ id }) => id === field)?.label[language()] ?? null

export function saySentBack(entry: TaskEntry, among: Among): string {
  const words = useWords(taskWords)()
  const who = nameAmong(among, entry.by)
  const cause = entry.cause === null ? '' : causeById(entry.cause)[language()]
  return entry.reason === ''
    ? words.sentBack(who, cause)
    : words.sentBackFor(who, cause, entry.reason)
}

export function sayFault(entry: TaskEntry): string | null {
  const name = fieldName(entry.field)
  return name === null ? null : useWords(taskWords)().atFault(name)
}
