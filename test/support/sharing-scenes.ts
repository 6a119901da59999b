/** Sharing a brief, what a guest finds behind the link, linking a device, and the sheet for the day all devices are lost. */
import type { Browser, Page } from 'playwright-core'
import { shellWords } from '#client/app/shell-words.ts'
import { briefListWords } from '#client/features/briefs/list-words.ts'
import { linkWords } from '#client/features/device/link-words.ts'
import { accessWords } from '#client/features/people/access-words.ts'
import { recoveryWords } from '#client/features/people/recovery-words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { sharingWords } from '#client/features/sharing/words.ts'
import {
  foundWorkspace,
  joinBy,
  openBrief,
  openPlace,
  pressInHead,
  settled,
  takesEffect,
} from '#test/journeys/people.ts'
import { startRelayProcess } from '#test/journeys/relay-process.ts'
import type { Shoot } from './shot-scenes.ts'
import type { Stage } from './shot-stage.ts'
import { contextOf, type Variant } from './shot-variants.ts'

export async function shootSharing(
  browser: Browser,
  stage: Stage,
  as: Variant,
  shoot: Shoot,
): Promise<void> {
  const { language } = as
  const share = sharingWords[language]
  const context = await browser.newContext(contextOf(as))
  const page = await context.newPage()
  await joinBy(page, stage.seeded.inviteLink, language, language === 'zh' ? '沈岚' : 'Owen Hall')
  await openBrief(page, stage.shared)
  await pressInHead(page, language, share.share)
  await page.getByText(share.insideSee, { exact: true }).waitFor()
  await shoot('share', page)
  await page.getByRole('button', { name: share.newLink, exact: true }).click()
  await shoot('share-new-link', page)
  await page.getByRole('button', { name: share.makeLink, exact: true }).click()
  const link = await page.getByLabel(share.linkLabel, { exact: true }).inputValue()
  await page.getByRole('dialog').getByRole('img').first().waitFor()
  await shoot('share-link-made', page)
  await closeDialog(page)
  await settled(page, language)

  const guest = await (await browser.newContext(contextOf(as))).newPage()
  await guest.goto(link)
  await guest.getByLabel(peopleWords[language].yourName, { exact: true }).waitFor()
  await shoot('guest-joins', guest)
  await joinBy(guest, link, language, 'Marc Weber')
  await guest.getByRole('link', { name: stage.shared }).first().waitFor()
  await settled(guest, language)
  await guest
    .getByLabel(briefListWords[language].isElsewhere)
    .first()
    .waitFor({ state: 'detached' })
  await shoot('guest-briefs', guest)
  await guest.getByRole('link', { name: stage.shared }).first().click()
  await guest.getByText(new RegExp(`^${share.guest} · `)).waitFor()
  await shoot('guest-brief', guest)
  await pressInHead(page, language, share.share)
  await page.getByRole('button', { name: share.endLink, exact: true }).first().click()
  await guest.getByRole('heading', { name: share.overTitle, exact: true }).waitFor()
  await shoot('guest-ended', guest)
  await guest.context().close()
  await context.close()
  await shootOwner(browser, as, shoot)
}

async function shootOwner(browser: Browser, as: Variant, shoot: Shoot): Promise<void> {
  const { language } = as
  const [link, recovery] = [linkWords[language], recoveryWords[language]]
  const relay = await startRelayProcess()
  const context = await browser.newContext(contextOf(as))
  try {
    const page = await context.newPage()
    await foundWorkspace(page, relay.address, language, '山屿家居', '陈思远')
    await openPlace(page, language, shellWords[language].device)
    await page.getByRole('button', { name: link.open, exact: true }).click()
    await takesEffect(page, link)
    await page.getByRole('img', { name: link.qrLabel }).waitFor()
    await shoot('device-link', page)
    await closeDialog(page)
    await openPlace(page, language, peopleWords[language].people)
    await page.getByText(recovery.ask, { exact: true }).waitFor()
    await page.getByRole('link', { name: peopleWords[language].you }).first().waitFor()
    await shoot('people-second-owner', page)
    await ownRecovery(page, as)
    await shoot('recovery', page)
    await page.getByRole('button', { name: recovery.print, exact: true }).click()
    await page.getByRole('button', { name: recovery.make, exact: true }).click()
    await page.getByRole('img', { name: recovery.qr }).waitFor()
    await shoot('recovery-sheet', page)
  } finally {
    await context.close()
    await relay.stop()
  }
}

async function ownRecovery(page: Page, { language }: Variant): Promise<void> {
  await page.getByRole('link', { name: recoveryWords[language].askAct, exact: true }).click()
  await page.getByText(accessWords[language].title).first().waitFor()
  await page
    .getByRole('button', { name: recoveryWords[language].print, exact: true })
    .scrollIntoViewIfNeeded()
}

/** Until it is gone the page behind it is hidden from whoever looks for its links. */
async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
