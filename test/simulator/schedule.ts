/** One seeded schedule: what people do and what befalls them, then the repair of everything, then the judgement. */
import './virtual-world.ts'
import { topicOf } from '#shared/lib/document-kinds.ts'
import { createRandom, type Random } from '#shared/lib/random.ts'
import type { Fault } from './faults.ts'
import { judgeStage } from './judge.ts'
import { createStage, type Stage } from './stage.ts'
import { createTurns, type Traits } from './turns.ts'
import type { Finding } from './witness.ts'
import { createWorld } from './virtual-world.ts'

export interface Told {
  readonly seed: number
  readonly findings: readonly Finding[]
  readonly edits: number
  readonly tabKills: number
  readonly relayKills: number
  readonly restores: number
  readonly lostDisks: number
  readonly quotaErrors: number
  /** Rows the relay refused for good. */
  readonly refused: number
  /** Refused work that a person sent again, and let go of. */
  readonly retried: number
  readonly discarded: number
  readonly revoked: number
  readonly clockJumps: number
  readonly rests: number
  /** Grants given and ended. */
  readonly grants: number
  readonly acts: number
  readonly cuts: number
  /** Frames that reached the relay after their tab had left the socket, and pushes that came twice. */
  readonly lateFrames: number
  readonly repeatedPushes: number
  readonly virtualHours: number
  /** What happened, line by line, with virtual milliseconds. */
  readonly lines: readonly string[]
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
    const traits = traitsOf(random, seed)
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
    if (traits.grants) beginOutside(stage)
    const turns = createTurns(stage, random, traits)
    for (let turn = 0; turn < traits.acts && stage.witness.findings.length === 0; turn += 1) {
      await turns.next()
      await world.run(() => false, pause(random))
    }
    await repair(stage, random)
    await judgeStage(stage)
    return {
      seed,
      findings: stage.witness.findings,
      edits: stage.witness.edits.length,
      tabKills: stage.kills.tabs,
      relayKills: stage.kills.relays,
      restores: stage.kills.restores,
      lostDisks: stage.kills.disks,
      quotaErrors: stage.devices.reduce((sum, { disk }) => sum + disk.quotaErrors(), 0),
      refused: stage.witness.refusedRows(),
      ...turns.counts,
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

/** `seed`: what came later draws from chances of its own, so that seeds from before are what they were. */
function traitsOf(random: Random, seed: number): Traits {
  const restores = random.int(4) === 0
  return {
    devices: 2 + random.int(2),
    documents: 1 + random.int(3),
    acts: 16 + random.int(34),
    losesAccess: random.int(4) === 0,
    revokes: random.int(10) === 0,
    restores,
    diskTrouble: random.int(3) === 0,
    // What only a lost disk held, beside what the relay had and was put back before, nobody can bring.
    losesDisks: !restores && random.int(8) === 0,
    wrongClocks: random.int(6) === 0,
    rests: random.int(8) === 0,
    // Positions of grants are not the simulated log's to put back.
    grants: !restores && createRandom(seed + 1_000_000_007).int(4) === 0,
  }
}

/** Outside from the beginning, with everything granted. */
function beginOutside({ devices, names, people }: Stage): void {
  const last = devices.at(-1)
  if (last === undefined) return
  people.setOutside(last.identity.device, true)
  for (const name of names)
    people.give(last.identity.device, { topic: topicOf(name), right: 'edit', expiresAt: null })
}

/** Mostly bursts, now and then long enough for timeouts, folds and dead sockets. */
function pause(random: Random): number {
  const kind = random.int(20)
  if (kind < 8) return random.next() * 8
  if (kind < 15) return random.next() * 150
  if (kind < 19) return random.next() * 2_500
  return random.next() * 25_000
}

/** Room on every disk, the relay up, everybody connected and allowed. */
async function repair(stage: Stage, random: Random): Promise<void> {
  const { devices, relayDisk, wire, note, world, witness } = stage
  note('everything is repaired')
  relayDisk.failing = false
  relayDisk.hanging = false
  for (const device of devices) {
    device.disk.full = 'no'
    wire.freeze(device.number, false)
    wire.unreachable.delete(device.number)
    stage.people.setAccess(device.identity.device, device.identity.access)
    device.setOnline(true)
    for (const tab of device.tabs) tab.freeze(false)
  }
  await stage.startRelay()
  for (const { number } of devices) wire.cut(number)
  for (const { tabs } of devices) {
    for (const tab of tabs) {
      tab.show()
      tab.replica.retry()
    }
  }
  for (const tab of devices.flatMap(({ tabs }) => tabs.filter(({ isLost }) => isLost))) {
    const { storage } = tab.replica.status.overall()
    if (storage !== 'lost') witness.find('lie', `${tab.name} lost its disk and says ${storage}`)
    if (random.int(2) === 0) stage.killTab(tab)
  }
  if (random.int(2) === 0) return
  await world.run(() => false, 3_000)
  for (const { tabs } of devices) {
    const tab = tabs.find(({ isLost }) => !isLost)
    for (const name of stage.names)
      if (tab !== undefined && tab.replica.status.of(name).refused > 0) {
        note(`${tab.name} sends again what was refused of ${name.slice(6, 9)}`)
        void tab.replica.retryRefused(name).catch((error: unknown) => note(String(error)))
      }
  }
}
