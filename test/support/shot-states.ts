/** The states a device can get into while somebody works, made on purpose: a disk that takes nothing, and a right withdrawn. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { refusedWords } from '#client/app/status/refused-words.ts'
import { appWords } from '#client/app/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { closeDatabase, openDatabase } from '#server/log/sqlite-file.ts'
import { addPoint, joinBy, openBrief, settled } from '#test/journeys/people.ts'
import type { Shoot } from './shot-scenes.ts'
import type { Stage } from './shot-stage.ts'
import { contextOf, type Variant } from './shot-variants.ts'

export async function shootStates(
  browser: Browser,
  stage: Stage,
  as: Variant,
  shoot: Shoot,
): Promise<void> {
  const [words, app, refused] = [
    briefWords[as.language],
    appWords[as.language],
    refusedWords[as.language],
  ]
  const name = 'Kim Nyström'
  const context = await browser.newContext(contextOf(as))
  const page = await context.newPage()
  await joinBy(page, stage.seeded.inviteLink, as.language, name)
  await openBrief(page, stage.shared)
  await settled(page, as.language)
  await page.locator('[data-part="notes"] .ProseMirror').waitFor()
  await page.evaluate(fillDisk)
  await addPoint(page, words, 'BPA-frei')
  await page.getByText(app.notStored).first().waitFor()
  await shoot('state-not-stored', page)

  await page.reload()
  await page.locator('[data-part="points"]').waitFor()
  await settled(page, as.language)
  await context.setOffline(true)
  await addPoint(page, words, 'Spülmaschinenfest')
  await page.getByText(app.onDeviceOffline(2).slice(1)).first().waitFor()
  await shoot('state-offline', page)
  withdraw(stage, name)
  await context.setOffline(false)
  await look(page, app.look)
  await shoot('state-refused', page)
  await page.getByRole('button', { name: app.look, exact: true }).click()
  await page.getByText(refused.reasons['no-access']).waitFor()
  await shoot('state-refused-changes', page)
  await context.close()
}

const look = (page: Page, label: string): Promise<void> =>
  page.getByRole('button', { name: label, exact: true }).waitFor()

/** Reading goes on; every write fails as on a full disk: not when it is asked for, but with its whole transaction. */
const fillDisk = `for (const way of ['add', 'put']) {
  const write = IDBObjectStore.prototype[way]
  IDBObjectStore.prototype[way] = function (...given) {
    const request = write.apply(this, given)
    request.addEventListener('success', () => {
      try { request.transaction.abort() } catch { /* Aborted by the one before it. */ }
    })
    return request
  }
}`

function withdraw(stage: Stage, name: string): void {
  const db = openDatabase(join(stage.full.dataDir, 'asterism.sqlite'))
  db.prepare(
    "UPDATE member SET access = 'viewer', access_version = access_version + 1 WHERE name = ?",
  ).run([name])
  closeDatabase(db)
}
