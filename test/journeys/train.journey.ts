/**
 * A translator's phone on a train: two thousand briefs are fetched, the network goes, thirty are edited in two tabs, one
 * tab is killed, the disk is full for a while, and a colleague edits the same thirty meanwhile. At home both have the
 * same, and every word the status said on the way was true of the disk and of the relay.
 */
import assert from 'node:assert/strict'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { appWords } from '#client/app/words.ts'
import { deviceWords } from '#client/features/device/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { addPoint as addPointTo } from '#shared/documents/commands/brief-points.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { randomRowId } from '#shared/domain/briefs/row-ids.ts'
import { openColleague, seedWorkspace, type Colleague } from '#test/support/seed-workspace.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { crash } from './crash.ts'
import { readDisk, type DeviceDisk } from './device-disk.ts'
import type { Journey } from './journey.ts'
import { keptApp } from './kept-app.ts'
import { addPoint, joinBy, openPlace, settled } from './people.ts'
import { startRelayProcess } from './relay-process.ts'
import { until } from './until.ts'

export const train: readonly Journey[] = [
  { name: 'two thousand briefs on a phone, thirty edited on a train', run: story },
]

const words = briefWords.en
const edited = 30

async function story(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  let colleague: Colleague | null = null
  try {
    const seeded = await seedWorkspace(relay.address, 'huge', 7, '2026-11-24')
    if (!seeded.ok) throw new Error(seeded.refusal)
    const { briefs, inviteLink } = seeded.value
    const thirty = briefs.slice(-edited).map(({ name }) => name)
    const phone = await browser.newContext({
      locale: 'en-GB',
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    const page = await phone.newPage()
    await page.goto(relay.address)
    const disk = await createDisk(phone, page, relay.address)
    await joinBy(page, inviteLink, 'en', 'Ayu Lestari')
    await keptApp(page)
    // A phone keeps 500 by itself; this one is to have them all.
    await openPlace(page, 'en', deviceWords.en.title)
    await page.getByLabel(deviceWords.en.atMost, { exact: true }).selectOption('desk')
    await openPlace(page, 'en', words.briefs)
    await allFetched(page, briefs.length)
    await settled(page, 'en')
    assert.equal((await readDisk(page, [])).waiting.size, 0, 'what is called safe does not wait')

    await phone.setOffline(true)
    const second = await phone.newPage()
    await second.goto(`${relay.address}/briefs/${thirty[0]}`)
    for (const [index, name] of thirty.entries()) {
      const tab = index % 2 === 0 ? page : second
      await go(tab, `/briefs/${name}`)
      await addPoint(tab, words, `Seen on a train ${index + 1}`)
      await inPoints(tab, `Seen on a train ${index + 1}`)
    }
    const berlin = await openColleague(relay.address, inviteLink, 'Julia Brandt')
    colleague = berlin
    for (const [index, name] of thirty.entries()) {
      const open = berlin.openDocument(name)
      await open.whenLoaded
      await berlin.synced(name)
      addPointTo(open.doc(), randomRowId(), `Written in Berlin ${index + 1}`)
      await open.whenStored()
      await open.close()
    }
    // Once its last edit is on the device the other tab dies; what it wrote waits, and the page that lives says so.
    await stored(page, thirty)
    await crash(second)
    await saysWaiting(page, await stored(page, thirty))

    // The disk is full: the page says so, keeps what was typed, and has it on the disk once there is room.
    await disk.fill()
    await addPoint(page, words, 'Typed with a full disk')
    await page.getByText(appWords.en.notStored, { exact: true }).first().waitFor()
    await disk.makeRoom()
    await page
      .getByText(appWords.en.notStored, { exact: true })
      .first()
      .waitFor({ state: 'detached' })
    const kept = await stored(page, thirty)
    await saysWaiting(page, kept)
    assert.ok(pointsOf(kept, thirty).includes('Typed with a full disk'))

    await phone.setOffline(false)
    await settled(page, 'en')
    const home = await readDisk(page, thirty)
    assert.equal(home.waiting.size, 0, 'what is called safe does not wait')
    for (const name of thirty)
      await untilSame(page, name, await seenBy(berlin, name, pointsOf(home, [name])))
    const points = pointsOf(await readDisk(page, thirty), thirty)
    for (let index = 1; index <= edited; index += 1) {
      assert.ok(points.includes(`Seen on a train ${index}`), `own edit ${index}`)
      assert.ok(points.includes(`Written in Berlin ${index}`), `the colleague’s edit ${index}`)
    }
  } finally {
    await colleague?.close()
    await relay.stop()
  }
}

/** Every brief's row is here and nothing is left to fetch. */
const allFetched = (page: Page, count: number): Promise<void> =>
  until(page, 'everything is fetched', () =>
    page.evaluate(async (wanted) => {
      const databases = await indexedDB.databases()
      const name = databases
        .map((one) => one.name ?? '')
        .find((one) => /^asterism:\w{26}$/.test(one))
      if (name === undefined) return false
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
      })
      const heads = await new Promise<{ seq: number; known: number }[]>((resolve) => {
        const request = database.transaction('head').objectStore('head').getAll()
        request.onsuccess = () => resolve(request.result)
      })
      database.close()
      return heads.length >= wanted && heads.every(({ seq, known }) => seq >= known)
    }, count),
  )

/** As a tap on a link would. */
const go = (page: Page, path: string): Promise<void> =>
  page.evaluate((href) => {
    const link = document.createElement('a')
    link.href = href
    document.body.append(link)
    link.click()
    link.remove()
  }, path)

async function inPoints(page: Page, text: string): Promise<void> {
  await page.locator('[data-part="points"] textarea').evaluateAll((fields, wanted) => {
    const values = fields.map((field) => (field instanceof HTMLTextAreaElement ? field.value : ''))
    if (!values.includes(wanted)) throw new Error(`${wanted} is not among ${values.join(', ')}`)
  }, text)
}

/** The disk once everything gathered has been written: the point of each edited brief, and a row of it that waits. */
async function stored(page: Page, names: readonly string[]): Promise<DeviceDisk> {
  for (;;) {
    const disk = await readDisk(page, names)
    const isThere = (name: string, index: number): boolean =>
      (disk.waiting.get(name) ?? 0) > 0 &&
      pointsOf(disk, [name]).includes(`Seen on a train ${index + 1}`)
    if (names.every(isThere)) return disk
    await page.waitForFunction(
      () => new Promise((resolve) => requestIdleCallback(() => resolve(true))),
    )
  }
}

/** The status counts exactly what waits on the disk. */
async function saysWaiting(page: Page, disk: DeviceDisk): Promise<void> {
  const count = [...disk.waiting.values()].reduce((sum, one) => sum + one, 0)
  await page
    .getByRole('status')
    .filter({ hasText: new RegExp(`^${count} changes? `) })
    .first()
    .waitFor()
}

interface Disk {
  fill(): Promise<void>
  makeRoom(): Promise<void>
}

/** Chromium asks for the quota again only when a write would not fit what it remembers of it. */
const roomy = 96 * 1024 * 1024

async function createDisk(context: BrowserContext, page: Page, origin: string): Promise<Disk> {
  // The limit lasts as long as the session.
  const session = await context.newCDPSession(page)
  const limit = (quotaSize: number): Promise<unknown> =>
    session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize })
  await limit(roomy)
  return {
    async fill() {
      await limit(1)
      assert.equal(await writeMuch(page), 'QuotaExceededError')
    },
    async makeRoom() {
      await limit(roomy)
    },
  }
}
const writeMuch = (page: Page): Promise<string> =>
  page.evaluate(async (bytes) => {
    const request = indexedDB.open('filler', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('filler')
    const database = await new Promise<IDBDatabase>((resolve) => {
      request.onsuccess = () => resolve(request.result)
    })
    const writing = database.transaction('filler', 'readwrite')
    writing.objectStore('filler').put(new Uint8Array(bytes), 1)
    const how = await new Promise<string>((resolve) => {
      writing.oncomplete = () => resolve('written')
      writing.onabort = () => resolve(writing.error?.name ?? 'ended')
    })
    database.close()
    return how
  }, roomy)

/** The brief as the colleague has it, once these points have come to them. Open documents listen to the process: one at a time. */
async function seenBy(
  colleague: Colleague,
  name: DocName,
  points: readonly string[],
): Promise<string> {
  const open = colleague.openDocument(name)
  await open.whenLoaded
  await new Promise<void>((resolve) => {
    const look = (): void => {
      const there = readBrief(open.doc()).points.map(({ text }) => text)
      if (points.every((point) => there.includes(point))) resolve()
    }
    open.doc().on('update', look)
    look()
  })
  const brief = JSON.stringify(readBrief(open.doc()))
  await open.close()
  return brief
}

async function untilSame(page: Page, name: string, wanted: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const doc = (await readDisk(page, [name])).documents.get(name)
    if (doc !== undefined && JSON.stringify(readBrief(doc)) === wanted) return
    await page.waitForFunction(
      () => new Promise((resolve) => requestIdleCallback(() => resolve(true))),
    )
  }
  const doc = (await readDisk(page, [name])).documents.get(name)
  assert.equal(doc === undefined ? '' : JSON.stringify(readBrief(doc)), wanted)
}

const pointsOf = (disk: DeviceDisk, names: readonly string[]): string[] =>
  names.flatMap((name) => {
    const doc = disk.documents.get(name)
    return doc === undefined ? [] : readBrief(doc).points.map(({ text }) => text)
  })
