/** What people do and what befalls them, one thing a turn, chosen by the seed. Left out: what they do in a brief (acts.ts). */
import { topicOf } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { Random } from '#shared/lib/random.ts'
import type { Row } from '#shared/protocol/frames.ts'
import { act } from './acts.ts'
import type { Tab } from './device.ts'
import type { Backup } from './relay-disk.ts'
import type { Stage } from './stage.ts'

/** A schedule's kind, so that rare faults meet each other often enough. */
export interface Traits {
  readonly devices: number
  readonly documents: number
  readonly acts: number
  readonly losesAccess: boolean
  readonly revokes: boolean
  readonly restores: boolean
  readonly diskTrouble: boolean
  readonly losesDisks: boolean
  readonly wrongClocks: boolean
  readonly rests: boolean
  /** The last device's member is outside, and grants come and go. */
  readonly grants: boolean
}

export interface Turns {
  next(): Promise<void>
  readonly counts: {
    retried: number
    discarded: number
    revoked: number
    clockJumps: number
    rests: number
    grants: number
  }
}

const dayMs = 24 * 3_600_000

type Befalling = readonly [weight: number, what: () => void | Promise<void>]

export function createTurns(stage: Stage, random: Random, traits: Traits): Turns {
  const counts = { retried: 0, discarded: 0, revoked: 0, clockJumps: 0, rests: 0, grants: 0 }
  const all: readonly Befalling[] = [
    ...inBriefs(stage, random),
    ...toTabs(stage, random, traits, counts),
    ...toNetworks(stage, random),
    ...toDevices(stage, random, traits, counts),
    ...toTheRelay(stage, random, traits),
    ...toPeople(stage, random, traits, counts),
  ]
  const total = all.reduce((sum, [weight]) => sum + weight, 0)
  return {
    counts,
    async next() {
      let at = random.int(total)
      for (const [weight, what] of all) {
        if (at < weight) return what()
        at -= weight
      }
    },
  }
}

function inBriefs(stage: Stage, random: Random): Befalling[] {
  const { witness, note } = stage
  let words = 0
  const edit = (): void => {
    const ready = stage
      .shown()
      .filter(
        ({ tab, document, isLoaded }) =>
          isLoaded && tab.isAlive() && !tab.isFrozen() && document.canWrite(),
      )
    if (ready.length === 0) return
    const { tab, document, undo } = random.pick(ready)
    for (let many = 1 + random.int(3); many > 0; many -= 1) {
      const name = act(
        random,
        document.doc(),
        undo,
        `w${(words += 1)}`,
        (begun) => (stage.said = begun),
      )
      if (name === null) continue
      const made = witness.edits.at(-1)
      note(`${tab.name} ${name} in ${document.name.slice(6, 9)}: edit ${made?.id ?? '-'}`)
    }
    if (random.int(5) === 0)
      void document.whenStored().then((done) => {
        if (!done || !tab.isAlive() || tab.isLost) return
        for (const one of witness.edits)
          if (one.tab === tab.name && one.doc === document.name && one.id <= upTo)
            one.isStored = true
      })
    const upTo = witness.edits.length
  }
  const openOrClose = (): void => {
    const tab = anyTab(stage, random)
    if (tab === null || tab.isFrozen()) return
    const name = random.pick(stage.names)
    const open = stage.shown().find((one) => one.tab === tab && one.document.name === name)
    note(`${tab.name} ${open === undefined ? 'opens' : 'closes'} ${name.slice(6, 9)}`)
    if (open === undefined) stage.showDocument(tab, name)
    else stage.closeDocument(open)
  }
  return [
    [62, edit],
    [4, openOrClose],
  ]
}

function toTabs(
  stage: Stage,
  random: Random,
  traits: Traits,
  counts: Turns['counts'],
): Befalling[] {
  const { devices, note, world } = stage
  const open = (killAfterMs?: number): void => {
    const device = random.pick(devices)
    if (device.tabs.length < 3) stage.openTab(device, killAfterMs)
  }
  const hide = (tab: Tab): void => {
    tab.hide()
    // Then its edits are put down: unless nothing runs in it, or there is no room.
    if (!tab.isFrozen() && devices[tab.device]?.disk.full !== 'for all') stage.witness.left(tab)
  }
  const withTab = (act: (tab: Tab) => void) => () => {
    const tab = anyTab(stage, random)
    if (tab !== null) act(tab)
  }
  const rest = async (): Promise<void> => {
    const device = random.pick(devices)
    const minutes = 5 + random.next() * 2
    note(`nobody looks at device ${device.number + 1} for ${minutes.toFixed(1)} minutes`)
    counts.rests += 1
    for (const tab of device.tabs) hide(tab)
    await world.run(() => false, minutes * 60_000)
  }
  return [
    [6, open],
    [3, () => open(random.next() * random.pick([0.4, 1.2, 4]))],
    [
      6,
      withTab((tab) => {
        note(`${tab.name} is killed`)
        stage.killTab(tab)
      }),
    ],
    [
      3,
      withTab((tab) => {
        note(`${tab.name} is left: hidden, then gone`)
        hide(tab)
        const later = random.pick([0, 0, random.next(), random.next() * 60])
        if (later === 0) stage.killTab(tab)
        else world.after(later, () => void (tab.isAlive() && stage.killTab(tab)))
      }),
    ],
    [
      3,
      withTab((tab) => {
        const hidden = random.int(2) === 0
        note(`${tab.name} is ${hidden ? 'hidden' : 'shown'}`)
        if (hidden) hide(tab)
        else tab.show()
      }),
    ],
    [
      traits.rests ? 3 : 1,
      withTab((tab) => {
        note(`${tab.name} ${tab.isFrozen() ? 'thaws' : 'freezes'}`)
        tab.freeze(!tab.isFrozen())
      }),
    ],
    [traits.rests ? 4 : 0, rest],
  ]
}

function toNetworks({ devices, wire, note }: Stage, random: Random): Befalling[] {
  return [
    [
      4,
      () => {
        const device = random.pick(devices)
        note(`device ${device.number + 1} is cut off`)
        wire.cut(device.number)
      },
    ],
    [
      3,
      () => {
        const device = random.pick(devices)
        const frozen = random.int(2) === 0
        note(`device ${device.number + 1}'s sockets ${frozen ? 'freeze' : 'thaw'}`)
        wire.freeze(device.number, frozen)
      },
    ],
    [
      3,
      () => {
        const device = random.pick(devices)
        const online = random.int(2) === 0
        note(`device ${device.number + 1} is ${online ? 'online' : 'offline'}`)
        if (online) wire.unreachable.delete(device.number)
        else {
          wire.unreachable.add(device.number)
          wire.cut(device.number)
        }
        device.setOnline(online)
      },
    ],
  ]
}

function toDevices(
  stage: Stage,
  random: Random,
  traits: Traits,
  counts: Turns['counts'],
): Befalling[] {
  const { devices, note } = stage
  return [
    [
      traits.diskTrouble ? 5 : 0,
      () => {
        const device = random.pick(devices)
        device.disk.full =
          device.disk.full === 'no' ? random.pick(['for all', 'for answers']) : 'no'
        note(`the disk of device ${device.number + 1} is full: ${device.disk.full}`)
      },
    ],
    [
      traits.losesDisks ? 2 : 0,
      () => {
        const device = random.pick(devices)
        note(`the database of device ${device.number + 1} is deleted`)
        stage.loseDisk(device)
      },
    ],
    [
      traits.wrongClocks ? 4 : 0,
      () => {
        const device = random.pick(devices)
        const days = random.pick([-1, 0, 1])
        note(`the clock of device ${device.number + 1} is ${days} days off`)
        counts.clockJumps += 1
        device.setClock(days * dayMs)
      },
    ],
  ]
}

function toTheRelay(stage: Stage, random: Random, traits: Traits): Befalling[] {
  const { relayDisk, witness, note } = stage
  let backup: Backup | null = null
  const restore = async (from: Backup): Promise<void> => {
    note('the relay is restored from an older backup')
    stage.killRelay(random.int(2) === 0)
    await relayDisk.restore(from)
    stage.people.endSessions()
    stage.kills.restores += 1
    backup = null
    witness.restored(await rowsOf(stage))
    await stage.startRelay()
  }
  return [
    [
      4,
      async () => {
        if (stage.isRelayUp()) {
          const silently = random.int(3) === 0
          note(`the relay is killed${silently ? ' and nobody hears of it' : ''}`)
          stage.killRelay(silently)
          if (random.int(2) === 0) return
        }
        note('the relay starts')
        await stage.startRelay()
      },
    ],
    [
      3,
      () => {
        const kind = random.int(3)
        relayDisk.failing = kind === 0
        relayDisk.hanging = kind === 1
        note(`the relay's commits ${['fail', 'hang', 'go well'][kind]}`)
      },
    ],
    [
      traits.restores ? 10 : 0,
      () => {
        if (backup !== null) return restore(backup)
        note('a backup is made')
        backup = relayDisk.backup()
      },
    ],
  ]
}

function toPeople(
  stage: Stage,
  random: Random,
  traits: Traits,
  counts: Turns['counts'],
): Befalling[] {
  const { devices, note, people, wire, world } = stage
  const last = devices.at(-1)
  const decide = (): void => {
    const tab = anyTab(stage, random)
    if (tab === null || tab.isFrozen()) return
    for (const name of stage.names) {
      if (tab.replica.status.of(name).refused === 0) continue
      const again = random.int(3) > 0
      note(
        `${tab.name} ${again ? 'sends again' : 'lets go of'} what was refused of ${name.slice(6, 9)}`,
      )
      counts[again ? 'retried' : 'discarded'] += 1
      const { replica } = tab
      const done = again ? replica.retryRefused(name) : replica.discardRefused(name)
      done.catch((error: unknown) => note(`${tab.name} could not: ${String(error)}`))
    }
  }
  const grantOrEnd = (): void => {
    if (last === undefined) return
    const name = random.pick(stage.names)
    const ends = random.int(2) === 0
    counts.grants += 1
    if (ends) people.end(last.identity.device, topicOf(name))
    else
      people.give(last.identity.device, {
        topic: topicOf(name),
        right: random.pick(['view', 'edit', 'edit'] as const),
        expiresAt: random.int(3) === 0 ? Math.floor(world.now() + random.next() * 60_000) : null,
      })
    note(`device ${last.number + 1} ${ends ? 'loses' : 'is given'} ${name.slice(6, 9)}`)
    if (random.int(3) > 0) return
    // It hears of it later, when more was written on it.
    wire.freeze(last.number, true)
    world.after(random.next() * 3_000, () => wire.freeze(last.number, false))
  }
  return [
    [traits.losesAccess ? 6 : 1, decide],
    [
      traits.losesAccess ? 6 : 0,
      () => {
        if (last === undefined) return
        const access = random.int(2) === 0 ? 'viewer' : 'member'
        note(`device ${last.number + 1} is a ${access}`)
        people.setAccess(last.identity.device, access)
        if (access === 'member' || random.int(2) === 0) return
        // It hears of it later, when more was written on it.
        wire.freeze(last.number, true)
        world.after(random.next() * 3_000, () => wire.freeze(last.number, false))
      },
    ],
    [traits.grants ? 8 : 0, grantOrEnd],
    [
      traits.grants ? 1 : 0,
      () => {
        if (last === undefined) return
        const outside = random.int(2) === 0
        note(`device ${last.number + 1} is ${outside ? 'outside' : 'inside'}`)
        people.setOutside(last.identity.device, outside)
      },
    ],
    [
      traits.revokes ? 2 : 0,
      () => {
        if (last === undefined || people.isRevoked(last.identity.device)) return
        note(`device ${last.number + 1} is revoked`)
        counts.revoked += 1
        people.revoke(last.identity.device)
      },
    ],
  ]
}

function anyTab({ devices }: Stage, random: Random): Tab | null {
  const all = devices.flatMap(({ tabs }) => tabs)
  return all.length === 0 ? null : random.pick(all)
}

async function rowsOf({ relayDisk, names }: Stage): Promise<Map<DocName, readonly Row[]>> {
  const all = new Map<DocName, readonly Row[]>()
  for (const name of names) {
    const { rows, snapshot } = await relayDisk.committed().read(name, 0)
    const first: Row[] =
      snapshot === null
        ? []
        : [{ seq: snapshot.upto, device: 0, at: 0, note: new Uint8Array(), bytes: snapshot.bytes }]
    all.set(name, [...first, ...rows])
  }
  return all
}
