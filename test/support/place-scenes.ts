/** The places beside the briefs, as an owner's colleague who leads and as somebody who only reads find them, and a workspace on a device alone. */
import type { Browser, Page } from 'playwright-core'
import { shellWords } from '#client/app/shell-words.ts'
import { appWords } from '#client/app/words.ts'
import { deviceWords } from '#client/features/device/words.ts'
import { accessWords } from '#client/features/people/access-words.ts'
import { personWords } from '#client/features/people/person-words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { workspaceWords } from '#client/features/workspace/words.ts'
import { joinBy, openPlace, settled } from '#test/journeys/people.ts'
import type { Shoot } from './shot-scenes.ts'
import type { Stage } from './shot-stage.ts'
import { contextOf, type Variant } from './shot-variants.ts'

export async function shootPlaces(
  browser: Browser,
  stage: Stage,
  as: Variant,
  shoot: Shoot,
): Promise<void> {
  const { language } = as
  const shell = shellWords[language]
  const context = await browser.newContext(contextOf(as))
  const page = await context.newPage()
  await joinBy(page, stage.seeded.inviteLink, language, language === 'zh' ? '方晴' : 'Maya Berg')
  await settled(page, language)
  await openPlace(page, language, shell.settings)
  await page.getByRole('heading', { name: workspaceWords[language].settings }).first().waitFor()
  await shoot('settings', page)
  await page.locator('section').last().scrollIntoViewIfNeeded()
  await shoot('settings-below', page)
  await ownPage(page, as)
  await shoot('person-own', page)
  await page.locator('section').last().scrollIntoViewIfNeeded()
  await shoot('person-own-below', page)
  await openPlace(page, language, peopleWords[language].people)
  const owner = new RegExp(`^${stage.seeded.people[0] ?? ''}`)
  await page.getByRole('link', { name: owner }).filter({ visible: true }).first().click()
  await page.getByText(accessWords[language].title).first().waitFor()
  await shoot('person-other', page)
  await page.goto(`${stage.full.address}/people/nobody`)
  await page.getByText(personWords[language].noSuchPerson).waitFor()
  await shoot('person-missing', page)
  await page.goto(`${stage.full.address}/more`)
  await page.getByRole('heading', { name: shell.more }).waitFor()
  await shoot('more', page)
  await context.setOffline(true)
  await page.getByText(appWords[language].offline).first().waitFor()
  await openPlace(page, language, shell.settings)
  await shoot('settings-offline', page)
  await ownPage(page, as)
  await shoot('person-own-offline', page)
  await context.close()

  await shootAlone(browser, stage, as, shoot)
}

async function ownPage(page: Page, { language }: Variant): Promise<void> {
  await openPlace(page, language, peopleWords[language].people)
  await page.getByRole('link', { name: peopleWords[language].you }).first().click()
  await page.getByText(accessWords[language].title).first().waitFor()
}

async function shootAlone(
  browser: Browser,
  stage: Stage,
  as: Variant,
  shoot: Shoot,
): Promise<void> {
  const { language } = as
  const [people, device] = [peopleWords[language], deviceWords[language]]
  const context = await browser.newContext(contextOf(as))
  const page = await context.newPage()
  await page.goto(stage.empty.address)
  await page.getByRole('button', { name: people.alone, exact: true }).click()
  await shoot('alone-make', page)
  await page.getByLabel(people.workspaceName, { exact: true }).fill('Brightwater')
  await page.getByLabel(people.yourName, { exact: true }).fill('Ana')
  await page.getByRole('button', { name: people.found, exact: true }).click()
  await page.getByRole('status').filter({ hasText: appWords[language].alone }).first().waitFor()
  await shoot('alone-briefs', page)
  await openPlace(page, language, device.title)
  await page.getByRole('button', { name: device.toServer, exact: true }).click()
  await page.getByText(device.shareRefusals['needs-owner-link']).scrollIntoViewIfNeeded()
  await shoot('alone-device', page)
  await context.close()
}
