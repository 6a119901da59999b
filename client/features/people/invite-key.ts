/** What stands behind `#` in a link to join: `<id>.<secret>`, the id `owner` for the one-time owner link; or a device's code. */
import * as z from 'zod/mini'
import { inviteKeySchema, type InviteKey } from '#shared/protocol/http.ts'
import { inviteOfLinkCode, readLinkCode } from '#shared/protocol/link-code.ts'

/** null where the fragment is no invite. */
export function readInviteKey(fragment: string): InviteKey | null {
  const code = codeIn(fragment)
  if (code !== null) return inviteOfLinkCode(code)
  const [id, secret] = fragment.replace(/^#/, '').split('.')
  const read = z.safeParse(inviteKeySchema, { id, secret })
  return read.success ? read.data : null
}

/** The code in a link that links a device; null in any other. */
export const codeIn = (fragment: string): string | null =>
  fragment.includes('.') ? null : readLinkCode(fragment)
