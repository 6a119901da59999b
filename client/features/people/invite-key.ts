/** What stands behind `#` in a join link: `<id>.<secret>`, the id `owner` for the one-time owner link. */
import * as z from 'zod/mini'
import { inviteKeySchema, type InviteKey } from '#shared/protocol/http.ts'

/** null where the fragment is no invite. */
export function readInviteKey(fragment: string): InviteKey | null {
  const [id, secret] = fragment.replace(/^#/, '').split('.')
  const read = z.safeParse(inviteKeySchema, { id, secret })
  return read.success ? read.data : null
}
