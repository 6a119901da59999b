/** A device with room for few: the list with what is not here, the device's page, and a brief of which only the card is here. */
import type { Browser } from 'playwright-core'
import { briefListWords } from '#client/features/briefs/list-words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { deviceWords } from '#client/features/device/words.ts'
import { joinBy, openBrief, openPlace, pressInHead, settled } from '#test/journeys/people.ts'
import { chooseFew } from '#test/journeys/room.journey.ts'
import type { Shoot } from './shot-scenes.ts'
import type { Stage } from './shot-stage.ts'
import { contextOf, type Variant } from './shot-variants.ts'

const kept = 12

export async function shootRoom(
  browser: Browser,
  stage: Pick<Stage, 'seeded' | 'shared' | 'full'>,
  as: Variant,
  shoot: Shoot,
): Promise<void> {
  const [list, words, device] = [
    briefListWords[as.language],
    briefWords[as.language],
    deviceWords[as.language],
  ]
  const context = await browser.newContext(contextOf(as))
  const page = await context.newPage()
  await joinBy(page, stage.seeded.inviteLink, as.language, 'Mina Cole')
  await openBrief(page, stage.shared)
  await pressInHead(page, as.language, words.pin)
  await shoot('brief-pinned', page)
  await page.goBack()
  await settled(page, as.language)
  await chooseFew(page, kept)
  await page.getByLabel(list.isElsewhere).first().waitFor()
  const told = new RegExp(`^${list.notHereCount('777', '777').replaceAll('777', '\\d+')}$`)
  await page.getByRole('link', { name: told }).waitFor()
  await shoot('room-list', page)
  await openPlace(page, as.language, device.title)
  // Scenes before this one have added briefs of their own.
  await page.getByText(new RegExp(device.elsewhereHelp('777').replace('777', '\\d+'))).waitFor()
  await shoot('room-device', page)
  await openPlace(page, as.language, list.briefs)
  await context.setOffline(true)
  await page
    .locator('a.ui-list-row', { has: page.getByLabel(list.isElsewhere) })
    .first()
    .click()
  await page.getByText(words.notHere).waitFor()
  await shoot('room-card', page)
  await context.close()
}
