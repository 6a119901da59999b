/**
 * One code for one more device: made by record, shown once it is sent, used up or over after ten minutes. Follows until the
 * calling view goes. Left out: the words.
 */
import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js'
import { followInvites } from '#client/live/follow-invites.ts'
import { makeInvite } from '#client/live/make-invite.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { DeviceId, InviteId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import { inviteOfLinkCode, newLinkCode, showLinkCode } from '#shared/protocol/link-code.ts'

export type LinkOffer =
  | { readonly kind: 'making' }
  | { readonly kind: 'not-stored' }
  | { readonly kind: 'refused' }
  /** `sent`: the code works. `leftMs` until it does no more, by this device's clock. */
  | ({ readonly kind: 'shown'; readonly sent: boolean; readonly leftMs: number } & Code)
  | { readonly kind: 'expired' }
  /** By a device that calls itself so; '' where it said nothing. */
  | { readonly kind: 'linked'; readonly device: string }

interface Code {
  readonly id: InviteId
  /** In its groups. */
  readonly code: string
  /** Where the other device opens the app, and the same with the code in it. */
  readonly address: string
  readonly link: string
}

/** How often the time left is said anew, and the relay is asked for new devices. */
const lookMs = 3_000

export function createLinkOffer(
  replica: Replica,
  now: () => number,
): { readonly offer: Accessor<LinkOffer>; again(): void } {
  const invites = followInvites(replica)
  const [made, setMade] = createSignal<(Code & { readonly until: number }) | null>(null)
  const [failed, setFailed] = createSignal(false)
  const [linked, setLinked] = createSignal<string | null>(null)
  const [time, setTime] = createSignal(now())
  const startedAt = now()
  let before: ReadonlySet<DeviceId> | null = null

  const make = async (): Promise<void> => {
    setMade(null)
    setFailed(false)
    const code = newLinkCode((bytes) => void crypto.getRandomValues(bytes))
    const until = now() + limits.deviceInviteMs
    // The relay counts by its own clock.
    const expiresAt = Math.round(until - replica.status.overall().clockOffMs)
    const key = inviteOfLinkCode(code)
    const answer = await makeInvite(replica, { for: 'device', expiresAt }, key)
    if (!answer.ok) return void setFailed(true)
    const address = await replica.address()
    const shown = showLinkCode(code)
    setTime(now())
    setMade({ id: answer.value.id, code: shown, address, link: `${address}/join#${shown}`, until })
  }
  const look = async (): Promise<void> => {
    setTime(now())
    const told = await replica.devices(replica.identity.member)
    // What was told earlier may lack devices of the days between.
    if (told === null || told.at < startedAt) return
    const there = told.devices.filter(({ revoked }) => !revoked)
    const news = there.find(({ id }) => before !== null && !before.has(id))
    before ??= new Set(there.map(({ id }) => id))
    if (news !== undefined && made() !== null) setLinked(news.name ?? '')
  }
  const offer = (): LinkOffer => {
    const device = linked()
    if (device !== null) return { kind: 'linked', device }
    if (failed()) return { kind: 'not-stored' }
    const code = made()
    if (code === null) return { kind: 'making' }
    const known = invites()
    const record = Array.isArray(known) ? known.find(({ id }) => id === code.id) : undefined
    if (record?.standing === 'refused') return { kind: 'refused' }
    const leftMs = code.until - time()
    if (leftMs <= 0) return { kind: 'expired' }
    return { kind: 'shown', sent: record?.standing === 'sent', leftMs, ...code }
  }

  // Which devices there were is asked first, so that the new one stands out.
  void look().then(make)
  createEffect(() => {
    if (linked() !== null) return
    const timer = setInterval(() => void look(), lookMs)
    onCleanup(() => clearInterval(timer))
  })
  return { offer, again: () => void make() }
}
