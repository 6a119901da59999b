/**
 * A brief of 500 products opened to its first edit, beside reading the same document and nothing else; and the time between frames
 * while somebody types in it and three colleagues edit it from their own devices, beside the same page at rest.
 */
import type { Page } from 'playwright-core'
import * as z from 'zod'
import { newId, type DocName } from '#shared/lib/ids.ts'
import { docNameSchema } from '#shared/protocol/names.ts'
import { setPointText } from '#shared/documents/commands/brief-points.ts'
import { setProductField } from '#shared/documents/commands/brief-products.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { joinBy } from '#test/journeys/people.ts'
import { keptApp } from '#test/journeys/kept-app.ts'
import { startRelayProcess } from '#test/journeys/relay-process.ts'
import { openColleague, seedWorkspace, type Colleague } from '#test/support/seed-workspace.ts'
import { buildPages, servePages } from './build-pages.ts'
import { inTurn, lower, type DeviceBench, type DeviceFigure } from './device-bench.ts'
import { writeLargeBrief } from './large-brief.ts'
import { measurePage } from './measure-page.ts'

const editMs = 100
const typed = 120

export const brief: DeviceBench = async ({ newDevice, folder, runs, quick, seed }) => {
  await buildPages(`${folder}/pages`)
  const served = await servePages(`${folder}/pages`)
  const relay = await startRelayProcess()
  const colleagues: Colleague[] = []
  try {
    const seeded = await seedWorkspace(relay.address, 'small', seed, '2026-11-27')
    if (!seeded.ok) throw new Error(seeded.refusal)
    for (const who of ['Mei Tan', 'Ana Ruiz', 'Tom Weber'])
      colleagues.push(await openColleague(relay.address, seeded.value.inviteLink, who))
    const name = docNameSchema.parse(
      `brief-${newId((bytes) => void crypto.getRandomValues(bytes))}`,
    )
    await colleagues[0]?.makeDocuments([{ name, write: writeLargeBrief }])
    await colleagues[0]?.synced(name)

    const device = await newDevice()
    const first = await device.newPage()
    await joinBy(first, seeded.value.inviteLink, 'en', 'Mina Cole')
    await keptApp(first)
    const address = `${relay.address}/briefs/${name}`
    await openToEdit(first, address)
    await first.close()
    const alone = await newDevice()
    await measurePage(alone, `${served.address}/one-document?way=fill`, msSchema)

    const figures: DeviceFigure[] = []
    const opening = 'a brief of 500 products, from navigation to its first edit'
    for (let run = -1; run < runs * (quick ? 1 : 3); run += 1)
      for (const way of inTurn(['ours', 'the document alone'] as const, run)) {
        const page = way === 'ours' ? await device.newPage() : null
        const ms =
          page === null
            ? (await measurePage(alone, `${served.address}/one-document?way=load`, msSchema)).ms
            : await openToEdit(page, address)
        await page?.close()
        if (run >= 0) figures.push({ server: way, figure: lower(opening, 'ms', ms) })
      }

    const page = await device.newPage()
    await openToEdit(page, address)
    await page.locator('[data-part="limits"]').waitFor()
    const between = 'time between frames with three colleagues editing, 95th percentile'
    for (let run = 0; run < runs; run += 1)
      for (const way of inTurn(['ours', 'the page at rest'] as const, run)) {
        const stop = way === 'ours' ? colleagues.map((one, at) => editing(one, name, at)) : []
        const frames = await framesWhile(page, way === 'ours')
        for (const end of stop) await end()
        figures.push({ server: way, figure: lower(between, 'ms', percentile(frames, 0.95)) })
      }
    await device.close()
    await alone.close()
    return figures
  } finally {
    for (const colleague of colleagues) await colleague.close()
    await relay.stop()
    await served.stop()
  }
}

const msSchema = z.object({ ms: z.number() })

/** Milliseconds from the navigation until the products stand there and the title has taken a letter. */
async function openToEdit(page: Page, address: string): Promise<number> {
  await page.goto(address)
  const ms = await page.evaluate(
    `new Promise((resolve) => {
      const look = () => {
      const title = document.querySelector('.ui-inline[data-look="heading"] textarea')
      const rows = document.querySelectorAll('[data-part="products"] tbody tr').length
      if (!title || title.readOnly || rows === 0) return requestAnimationFrame(look)
      title.focus()
      document.execCommand('insertText', false, 'x')
      resolve(performance.now())
      }
      look()
    })`,
  )
  return z.number().parse(ms)
}

/** A colleague who changes a product and a selling point ten times a second until told to stop. */
function editing(colleague: Colleague, name: DocName, which: number): () => Promise<void> {
  const open = colleague.openDocument(name)
  let isOver = false
  const work = async (): Promise<void> => {
    await open.whenLoaded
    // Read once: this machine is the colleagues', too.
    const { products, points } = readBrief(open.doc())
    for (let turn = 0; !isOver; turn += 1) {
      const doc = open.doc()
      const product = products[which * 7 + (turn % 5)]
      const point = points[which]
      if (product) setProductField(doc, product.id, { weightGrams: turn })
      if (point) setPointText(doc, point.id, `Changed ${turn} times by one colleague`)
      await new Promise((resolve) => setTimeout(resolve, editMs))
    }
  }
  const worked = work()
  return async () => {
    isOver = true
    await worked
    await open.close()
  }
}

async function framesWhile(page: Page, types: boolean): Promise<readonly number[]> {
  await page.locator('[data-part="facts"] textarea').first().focus()
  await page.evaluate(`{
    globalThis.frames = []
    let last = performance.now()
    const next = (now) => {
      globalThis.frames.push(now - last)
      last = now
      globalThis.frameAsked = requestAnimationFrame(next)
    }
    globalThis.frameAsked = requestAnimationFrame(next)
  }`)
  if (types) await page.keyboard.type('x'.repeat(typed), { delay: 40 })
  else await page.waitForTimeout(typed * 40)
  const frames = await page.evaluate('cancelAnimationFrame(frameAsked), frames.slice(1)')
  return z.array(z.number()).parse(frames)
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
