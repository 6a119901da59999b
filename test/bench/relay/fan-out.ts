/**
 * One writer, 50 receivers, one document: small map edits at a rate that doubles until the relay falls behind. The
 * step it fails is twice the last it held, which shows whether it collapses there.
 */
import { createMapEdits, type MapEdits } from '../load/map-edits.ts'
import { readClockRange } from '../load/clock-range.ts'
import { benchDocName } from '../load/doc-names.ts'
import { startMeter } from '../load/load-meter.ts'
import { pace, until } from '../load/pace.ts'
import { startServer } from '../servers/server.ts'
import { wireOf } from '../wires/wire-of.ts'
import type { Link } from '../wires/wire.ts'
import type { Figure, Scenario, Setting } from '../scenario.ts'

const RECEIVERS = 50
const HIGHEST_RATE = 64_000
/** What a step may take beyond its own length and still count as held. */
const SLACK = 1.1
const PATIENCE_MS = 2_500

interface Step {
  readonly rate: number
  readonly perSecond: number
  readonly held: boolean
  readonly cpu: number
  readonly generator: number
  readonly elsewhere: number
}

export const fanOut: Scenario = {
  name: 'fan-out',
  servers: ['bare', 'bare-batch', 'bare-commit', 'hocuspocus', 'ours'],
  async measure(setting) {
    const server = await startServer(setting.server, setting.folder)
    try {
      return figures(await ramp(setting, server))
    } finally {
      await server.kill()
    }
  },
}

async function ramp(
  setting: Setting,
  server: Awaited<ReturnType<typeof startServer>>,
): Promise<Step[]> {
  const heard = { delivered: 0, last: 0, lost: '' }
  const wire = await wireOf(server, RECEIVERS + 1)
  const doc = benchDocName(1)
  const range = { client: 0, from: 0, count: 0 }
  for (let i = 0; i < RECEIVERS; i++) {
    await wire.join(doc, 500 + i, {
      update(bytes) {
        if (!readClockRange(bytes, range)) return
        heard.delivered += range.count
        heard.last = performance.now()
      },
      lost: (why) => (heard.lost = why),
    })
  }
  const edits = createMapEdits(400)
  const writer = await wire.join(doc, edits.client, {
    update: () => undefined,
    lost: (why) => (heard.lost = why),
  })
  const ms = setting.quick ? 300 : 800
  await step(edits, writer, heard, server.pid, 500, 300)
  const steps: Step[] = []
  for (let rate = 1_000; rate <= HIGHEST_RATE && heard.lost === ''; rate *= 2) {
    const one = await step(edits, writer, heard, server.pid, rate, ms)
    steps.push(one)
    if (!one.held) break
  }
  if (heard.lost !== '')
    console.error(`fan-out, ${setting.server}: a socket was lost: ${heard.lost}`)
  return steps
}

async function step(
  edits: MapEdits,
  writer: Link,
  heard: { delivered: number; last: number; lost: string },
  pid: number,
  rate: number,
  ms: number,
): Promise<Step> {
  const updates = edits.take(Math.round((rate * ms) / 1000))
  const expected = heard.delivered + updates.length * RECEIVERS
  const before = heard.delivered
  const meter = startMeter(pid)
  const began = performance.now()
  let sent = 0
  await pace(rate, ms, (upTo) => {
    for (const update of updates.slice(sent, upTo)) writer.push(update)
    sent = upTo
    writer.flush()
  })
  await until(() => heard.delivered >= expected || heard.lost !== '', PATIENCE_MS)
  const complete = heard.delivered >= expected
  const elapsed = complete ? heard.last - began : performance.now() - began
  const { cpu, generator, elsewhere } = meter()
  return {
    rate,
    perSecond: ((heard.delivered - before) / elapsed) * 1000,
    held: complete && elapsed <= ms * SLACK,
    cpu,
    generator,
    elsewhere,
  }
}

function figures(steps: readonly Step[]): Figure[] {
  const best = steps.reduce((a, b) => (b.perSecond > a.perSecond ? b : a))
  const unit = 'updates delivered/s'
  const saturation: Figure = {
    case: `fan-out to ${RECEIVERS} receivers at saturation`,
    unit,
    better: 'higher',
    value: best.perSecond,
    cpu: best.cpu,
    generator: best.generator,
    elsewhere: best.elsewhere,
  }
  const failed = steps.find(({ held }) => !held)
  const over = failed ?? best
  return [
    saturation,
    {
      case: `fan-out to ${RECEIVERS} receivers at twice the last rate held`,
      unit,
      better: 'higher',
      value: over.perSecond,
      cpu: over.cpu,
      generator: over.generator,
      elsewhere: over.elsewhere,
    },
  ]
}
