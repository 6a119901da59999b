/** Invites at their limits, for limits-walk.test.ts: at the limit passes, one above is refused or cut, and the device goes on. */
import { expect } from 'vitest'
import { randomId } from '#shared/lib/ids.ts'
import { lookAnswerSchema } from '#shared/protocol/http.ts'
import { limits } from '#shared/protocol/limits.ts'
import { post, signIn } from '../server/relay/device.ts'
import { memberInvite, newInviteKey, sayInvite } from '../server/relay/inviting.ts'
import type { RunningRelay } from '../server/relay/running-relay.ts'
import { speakerOn } from '../server/relay/saying-records.ts'

const HOUR = 3_600_000

export const inviteWalks = (running: () => RunningRelay) => {
  const owner = async () => speakerOn(await signIn(running().address, running().owner))
  return {
    async inviteMaxUses() {
      const mei = await owner()
      const body = memberInvite(mei.device.welcome.now)
      const says = (uses: number) => sayInvite(mei, { ...body, uses })
      expect(await says(limits.inviteMaxUses + 1)).toBe('record-wrong')
      expect(await says(limits.inviteMaxUses)).toMatchObject({ seq: expect.any(Number) })
    },
    async inviteMaxHours() {
      const mei = await owner()
      const { now } = mei.device.welcome
      const ends = async (expiresAt: number): Promise<number | null> => {
        const invite = newInviteKey()
        await sayInvite(mei, { ...memberInvite(now), expiresAt }, invite)
        const seen = await post(running().address, '/api/invites/look', { invite })
        return lookAnswerSchema.parse(await seen.json()).expiresAt
      }
      const longest = now + limits.inviteMaxHours * HOUR
      expect(await ends(longest)).toBe(longest)
      expect(await ends(longest + HOUR)).toBe(longest)
    },
    async inviteTopics() {
      const mei = await owner()
      const expiresAt = mei.device.welcome.now + HOUR
      const link = { for: 'guest', right: 'view', expiresAt, uses: 1 }
      const says = (count: number) =>
        sayInvite(mei, { ...link, topics: Array.from({ length: count }, () => randomId()) })
      expect(await says(limits.inviteTopics + 1)).toBe('record-wrong')
      expect(await says(limits.inviteTopics)).toMatchObject({ seq: expect.any(Number) })
    },
  }
}
