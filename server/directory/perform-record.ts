/**
 * What a record does to people, within the ledger's transaction. Today nothing: inviting, joining and revoking happen by
 * calls beside it, and the record says that they did. So it is judged only by whom it may come from.
 */
import { canInvite, canWrite } from '#shared/protocol/names.ts'
import { kindOfFact } from '#shared/records/kinds.ts'
import type { Perform } from './ledger.ts'

export const performRecord: Perform = (actor, fact) => {
  switch (kindOfFact(fact)) {
    case 'join':
      return fact.subject === actor.member ? null : 'no-access'
    case 'device':
      return canWrite(actor.access) ? null : 'no-access'
    case 'invite':
    case 'member':
    case 'grant':
      return canInvite(actor.access) ? null : 'no-access'
    case null:
      return 'record-wrong'
  }
}
