/** One seeded schedule: what people do and what befalls them, then the repair of everything, then the judgement. */
import './virtual-world.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { Row } from '#shared/protocol/frames.ts'
import { createRandom, type Random } from '#shared/lib/random.ts'
import { act } from './acts.ts'
import type { Fault } from './faults.ts'
import { judgeStage } from './judge.ts'
import { createStage, type Stage } from './stage.ts'
import type { Backup } from './relay-disk.ts'
import type { Finding } from './witness.ts'
import { createWorld } from './virtual-world.ts'

export interface Told {
  readonly seed: number
  readonly findings: readonly Finding[]
  readonly edits: number
  readonly tabKills: number
  readonly relayKills: number
  readonly restores: number
  readonly quotaErrors: number
  /** Rows the relay refused for good. */
  readonly refused: number
  readonly acts: number
  readonly cuts: number
  /** Frames that reached the relay after their tab had left the socket, and pushes that came twice. */
  readonly lateFrames: number
  readonly repeatedPushes: number
  readonly virtualHours: number
  /** What happened, line by line, with virtual milliseconds. */
  readonly lines: readonly string[]
}

/** A schedule's kind, so that rare faults meet each other often enough. */
interface Traits {
  readonly devices: number
  readonly documents: number
  readonly acts: number
  readonly losesAccess: boolean
  readonly restores: boolean
  readonly diskTrouble: boolean
}

export async function runSchedule(seed: number, fault: Fault | null = null): Promise<Told> {
  const random = createRandom(seed)
  const world = createWorld(seed)
  const began = world.now()
  const lines: string[] = []
  const note = (text: string): void =>
    void lines.push(`${(world.now() - began).toFixed(1).padStart(9)}  ${text}`)
  const { error, warn } = console
  console.error = (...words: unknown[]) => note(`    ${words.map(String).join(' ')}`)
  console.warn = console.error
  const unhandled = (reason: unknown): void => note(`    nobody took this error: ${String(reason)}`)
  process.on('unhandledRejection', unhandled)
  try {
    const traits = traitsOf(random)
    const stage = createStage({
      world,
      random,
      fault,
      note,
      devices: traits.devices,
      documents: traits.documents,
    })
    await stage.startRelay()
    for (const device of stage.devices) stage.openTab(device)
    await world.run(() => stage.devices.every(({ tabs }) => tabs.length > 0), 1_000)
    const turns = createTurns(stage, random, traits)
    for (let turn = 0; turn < traits.acts && stage.witness.findings.length === 0; turn += 1) {
      await turns.next()
      await world.run(() => false, pause(random))
    }
    await repair(stage)
    await judgeStage(stage)
    return {
      seed,
      findings: stage.witness.findings,
      edits: stage.witness.edits.length,
      tabKills: stage.kills.tabs,
      relayKills: stage.kills.relays,
      restores: stage.kills.restores,
      quotaErrors: stage.devices.reduce((sum, { disk }) => sum + disk.quotaErrors(), 0),
      refused: stage.witness.refusedRows(),
      acts: traits.acts,
      cuts: stage.wire.counts.cuts,
      lateFrames: stage.wire.counts.late,
      repeatedPushes: stage.wire.counts.repeated,
      virtualHours: (world.now() - began) / 3_600_000,
      lines,
    }
  } finally {
    Object.assign(console, { error, warn })
    process.off('unhandledRejection', unhandled)
    world.end()
  }
}

function traitsOf(random: Random): Traits {
  const losesAccess = random.int(5) === 0
  return {
    devices: 2 + random.int(2),
    documents: 1 + random.int(3),
    acts: 14 + random.int(28),
    losesAccess,
    restores: !losesAccess && random.int(4) === 0,
    diskTrouble: random.int(3) === 0,
  }
}

/** Mostly bursts, now and then long enough for timeouts, folds and dead sockets. */
function pause(random: Random): number {
  const kind = random.int(20)
  if (kind < 8) return random.next() * 8
  if (kind < 15) return random.next() * 150
  if (kind < 19) return random.next() * 2_500
  return random.next() * 25_000
}

function createTurns(stage: Stage, random: Random, traits: Traits) {
  const { devices, relayDisk, wire, witness, note } = stage
  let backup: Backup | null = null
  let words = 0

  const edit = (): void => {
    const ready = stage
      .shown()
      .filter(({ tab, document, isLoaded }) => isLoaded && tab.isAlive() && document.canWrite())
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
        if (!done || !tab.isAlive()) return
        for (const one of witness.edits)
          if (one.tab === tab.name && one.doc === document.name && one.id <= upTo)
            one.isStored = true
      })
    const upTo = witness.edits.length
  }
  const anyTab = () => {
    const all = devices.flatMap(({ tabs }) => tabs)
    return all.length === 0 ? null : random.pick(all)
  }
  const restore = async (): Promise<void> => {
    if (backup === null) return
    note('the relay is restored from an older backup')
    stage.killRelay(random.int(2) === 0)
    await relayDisk.restore(backup)
    stage.people.endSessions()
    stage.kills.restores += 1
    backup = null
    witness.restored(await rowsOf(stage))
    await stage.startRelay()
  }

  const befall: readonly [weight: number, what: () => void | Promise<void>][] = [
    [60, edit],
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
    [
      6,
      () => {
        const device = random.pick(devices)
        if (device.tabs.length < 3) stage.openTab(device)
      },
    ],
    [
      6,
      () => {
        const tab = anyTab()
        if (tab === null) return
        note(`${tab.name} is killed`)
        stage.killTab(tab)
      },
    ],
    [
      2,
      () => {
        const tab = anyTab()
        if (tab === null) return
        note(`${tab.name} is left: hidden, then gone`)
        tab.hide()
        stage.killTab(tab)
      },
    ],
    [
      2,
      () => {
        const tab = anyTab()
        if (tab === null) return
        const hidden = random.int(2) === 0
        note(`${tab.name} is ${hidden ? 'hidden' : 'shown'}`)
        if (hidden) tab.hide()
        else tab.show()
      },
    ],
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
      traits.diskTrouble ? 4 : 0,
      () => {
        const device = random.pick(devices)
        device.disk.full = !device.disk.full
        note(`the disk of device ${device.number + 1} ${device.disk.full ? 'is full' : 'has room'}`)
      },
    ],
    [
      traits.restores ? 3 : 0,
      () => {
        if (backup !== null) return restore()
        note('a backup is made')
        backup = relayDisk.backup()
      },
    ],
    [
      traits.losesAccess ? 4 : 0,
      () => {
        const device = devices.at(-1)
        if (device === undefined) return
        const access = random.int(2) === 0 ? 'viewer' : 'member'
        note(`device ${device.number + 1} is a ${access}`)
        stage.people.setAccess(device.identity.device, access)
      },
    ],
  ]
  const total = befall.reduce((sum, [weight]) => sum + weight, 0)
  return {
    async next() {
      let at = random.int(total)
      for (const [weight, what] of befall) {
        if (at < weight) return what()
        at -= weight
      }
    },
  }
}

/** Room on every disk, the relay up, everybody connected and allowed. */
async function repair(stage: Stage): Promise<void> {
  const { devices, relayDisk, wire, note } = stage
  note('everything is repaired')
  relayDisk.failing = false
  relayDisk.hanging = false
  for (const device of devices) {
    device.disk.full = false
    wire.freeze(device.number, false)
    wire.unreachable.delete(device.number)
    stage.people.setAccess(device.identity.device, device.identity.access)
    device.setOnline(true)
  }
  await stage.startRelay()
  for (const { number } of devices) wire.cut(number)
  for (const { tabs } of devices) {
    for (const tab of tabs) {
      tab.show()
      tab.replica.retry()
    }
  }
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
