/** A record as a sentence: who did what to whom. Reads bodies as far as it understands them. */
import * as z from 'zod/mini'
import { formatDate } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import { useWords } from '#client/i18n/words.ts'
import type { KeptRecord } from '#client/replica/kept-records.ts'
import { qualityItems } from '#shared/domain/briefs/quality/items.ts'
import type { FlowOutcome } from '#shared/records/brief-flow.ts'
import type { Fact } from '#shared/records/fact.ts'
import { kindOfFact } from '#shared/records/kinds.ts'
import { shippedVersion } from '#shared/records/sop-versions.ts'
import type { TaskOutcome } from '#shared/records/task-log.ts'
import { recordWords, type RecordWords } from './words.ts'

export interface SaidAmong {
  /** The others of the scope: a join names an invite, the invite its maker. */
  readonly records: readonly KeptRecord[]
  /** A name to show for a member; empty for nobody known. */
  readonly nameOf: (member: string) => string
  readonly me: string
}

const joinBody = z.object({ invite: z.nullable(z.string()), name: z.string() })
const inviteBody = z.object({ uses: z.number(), expiresAt: z.number() })

export function sayRecord({ fact }: KeptRecord, among: SaidAmong): string {
  const words = useWords(recordWords)()
  const { says } = words
  const name = (member: string, otherwise = ''): string => {
    const known = among.nameOf(member) || otherwise || words.somebody
    return member === among.me ? words.you(known) : known
  }
  if (fact === null) return says.unknown(words.somebody)
  const who = name(fact.member)
  switch (kindOfFact(fact)) {
    case 'join': {
      const read = z.safeParse(joinBody, fact.body)
      if (!read.success) return says.joined(who)
      const joined = name(fact.member, read.data.name)
      if (read.data.invite === null) return says.founded(joined)
      const inviter = makerOf(read.data.invite, among.records)
      return inviter === null ? says.joined(joined) : says.joinedBy(joined, name(inviter))
    }
    case 'invite': {
      if (fact.outcome === 'ended') return says.uninvited(who)
      if (fact.body['for'] === 'device') return says.linking(who)
      if (fact.body['for'] === 'recovery') return says.printed(who)
      const read = z.safeParse(inviteBody, fact.body)
      if (!read.success) return says.invitedPlainly(who)
      return says.invited(who, read.data.uses, formatDate(read.data.expiresAt, 'short'))
    }
    case 'member':
      return fact.outcome === 'set'
        ? says.set(who, name(fact.subject))
        : says.removed(who, name(fact.subject))
    case 'device':
      return fact.outcome === 'linked' ? says.linked(who) : says.revoked(who)
    case 'grant':
      return fact.outcome === 'given' ? says.granted(who) : says.ungranted(who)
    case 'brief':
      return sayFlow(fact, who, words)
    case 'task':
      return says.task[fact.outcome as TaskOutcome](who)
    case 'sop':
      return fact.subject === shippedVersion ? says.sopBack(who) : says.sop(who)
    case null:
      return says.unknown(who)
  }
}

/** With how complete it was when it went, and what was to be mended when it came back. */
function sayFlow({ outcome, body }: Fact, who: string, words: RecordWords): string {
  const said = words.says.flow[outcome as FlowOutcome](who)
  const { score, field } = body
  if (typeof score === 'number') return words.scored(said, score)
  const item = qualityItems.find(({ id }) => id === field)
  return item === undefined ? said : words.atFault(said, item.label[language()])
}

function makerOf(invite: string, records: readonly KeptRecord[]): string | null {
  const made = records.find(
    ({ fact }) => fact?.kind === 'invite' && fact.outcome === 'made' && fact.subject === invite,
  )
  return made?.fact?.member ?? null
}
