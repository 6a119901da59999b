/** Every screen in every state it can stand in, as short stories that end where the picture is taken. */
import type { Browser, Page } from 'playwright-core'
import { frontWords } from '#client/app/front-words.ts'
import { searchWords } from '#client/app/search/words.ts'
import { shellWords } from '#client/app/shell-words.ts'
import { appWords } from '#client/app/words.ts'
import { briefListWords } from '#client/features/briefs/list-words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { importWords } from '#client/features/briefs/import/words.ts'
import { inviteWords } from '#client/features/people/invite-words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { taskListWords } from '#client/features/tasks/list-words.ts'
import { recordWords } from '#client/features/records/words.ts'
import {
  holds,
  importProducts,
  joinBy,
  openBrief,
  openPlace,
  settled,
} from '#test/journeys/people.ts'
import { colleague, type Stage } from './shot-stage.ts'
import { contextOf, sizes, type Variant } from './shot-variants.ts'

/** Takes the picture of `page` as it stands now. */
export type Shoot = (scene: string, page: Page) => Promise<void>

const weChat =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.55'

/** The screens that stand before the app. */
export async function shootFront(
  browser: Browser,
  stage: Stage,
  as: Variant,
  shoot: Shoot,
): Promise<void> {
  const [front, people] = [frontWords[as.language], peopleWords[as.language]]
  const context = await browser.newContext(contextOf(as))
  const page = await context.newPage()
  const heading = (name: string) => page.getByRole('heading', { name }).waitFor()
  await page.goto(stage.unowned.address)
  await heading(people.foundTitle)
  await shoot('join-make-workspace', page)
  await page.goto(stage.seeded.inviteLink)
  await heading(people.joinTitle(stage.seeded.workspace))
  await shoot('join-by-invite', page)
  await page.getByRole('button', { name: people.join, exact: true }).click()
  await shoot('join-name-missing', page)
  await page.goto(stage.usedUpInvite)
  await page.reload()
  await page.getByText(people.refusals['invite-used-up']).waitFor()
  await shoot('join-refused', page)
  await page.goto(stage.full.address)
  await heading(people.needInvite)
  await shoot('join-needs-invite', page)
  // The name leads to this machine, yet to the browser it is any address on a network.
  await page.goto(`http://brief.test:${new URL(stage.full.address).port}/`)
  await heading(front.insecureTitle)
  await shoot('front-insecure', page)
  await page.addInitScript('delete Navigator.prototype.locks')
  await page.goto(stage.full.address)
  await heading(front.tooOldTitle)
  await shoot('front-too-old', page)
  await context.close()

  const chat = await browser.newContext({ ...contextOf(as), userAgent: weChat })
  const inChat = await chat.newPage()
  await inChat.goto(stage.seeded.inviteLink)
  await inChat.getByRole('heading', { name: front.chatTitle }).waitFor()
  await shoot('front-in-chat-app', inChat)
  await chat.close()
}

export async function shootEmpty(
  browser: Browser,
  stage: Stage,
  as: Variant,
  shoot: Shoot,
): Promise<void> {
  const [briefs, people] = [briefWords[as.language], peopleWords[as.language]]
  const context = await browser.newContext(contextOf(as))
  const page = await context.newPage()
  await joinBy(page, stage.emptyInvite, as.language, reader(as))
  await page.getByText(briefs.noBriefs).first().waitFor()
  await settled(page, as.language)
  await shoot('briefs-empty', page)
  await page.getByRole('button', { name: briefs.newBrief, exact: true }).first().click()
  await page.locator('[data-part="notes"] .ProseMirror').waitFor()
  await shoot('brief-empty', page)
  await page.goto(`${stage.empty.address}/people`)
  await page.getByRole('heading', { name: people.people }).first().waitFor()
  await settled(page, as.language)
  await page.getByText('陈思远').waitFor()
  await shoot('people-empty', page)
  await openPlace(page, as.language, shellWords[as.language].tasks)
  await page.getByText(taskListWords[as.language].noTasks, { exact: true }).waitFor()
  await shoot('tasks-none', page)
  await context.close()
}

/** Ends with the device offline; `stage.full` still runs. */
export async function shootFull(
  browser: Browser,
  stage: Stage,
  as: Variant,
  shoot: Shoot,
): Promise<Page> {
  const [briefs, people, app] = [
    briefWords[as.language],
    peopleWords[as.language],
    appWords[as.language],
  ]
  const context = await browser.newContext(contextOf(as))
  const page = await context.newPage()
  const { address } = stage.full
  await joinBy(page, stage.seeded.inviteLink, as.language, reader(as))
  await page.getByRole('link', { name: stage.shared }).first().waitFor()
  await settled(page, as.language)
  // Until every brief is here, and not its card alone.
  await page
    .getByLabel(briefListWords[as.language].isElsewhere)
    .first()
    .waitFor({ state: 'detached' })
  await shoot('briefs-full', page)
  await openBrief(page, stage.shared)
  await page.locator('[data-part="notes"] .ProseMirror').waitFor()
  await page.getByText(briefs.editing(colleague)).waitFor()
  await shoot('brief-full', page)
  if (as.device === 'desk') {
    // A desk at 200 %.
    await page.setViewportSize({ width: 720, height: 450 })
    await shoot('brief-full-zoomed', page)
    await page.setViewportSize(sizes.desk)
  }
  await page.getByRole('button', { name: briefs.moreMarkets, exact: true }).click()
  await shoot('brief-more-markets', page)
  await page.getByRole('button', { name: briefs.fewerMarkets, exact: true }).click()
  await page.locator('[data-part="notes"]').scrollIntoViewIfNeeded()
  await shoot('brief-full-below', page)
  await page.goto(`${address}/people`)
  await page.getByRole('table', { name: inviteWords[as.language].invites }).waitFor()
  await shoot('people-full', page)
  const records = recordWords[as.language]
  await page.getByRole('button', { name: records.about.people.entry, exact: true }).click()
  await page.getByRole('button', { name: records.verify, exact: true }).click()
  await page.getByRole('button', { name: records.details, exact: true }).first().click()
  await shoot('people-records', page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: people.invite, exact: true }).click()
  await page.getByRole('dialog').waitFor()
  await shoot('people-invite', page)
  await page.getByRole('button', { name: inviteWords[as.language].makeLink, exact: true }).click()
  await page.getByLabel(inviteWords[as.language].linkLabel, { exact: true }).waitFor()
  await shoot('people-invite-made', page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(search)
  await page.getByRole('group', { name: searchWords[as.language].inText }).waitFor()
  await shoot('search-found', page)
  await page.getByRole('combobox').fill('')
  await shoot('search', page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await shoot('shortcuts', page)
  await page.keyboard.press('Escape')
  await page.goto(`${address}/nowhere`)
  await page.getByText(shellWords[as.language].notFound).waitFor()
  await shoot('not-found', page)

  await page.goto(`${address}/briefs`)
  await page.getByRole('button', { name: briefs.newBrief, exact: true }).first().click()
  await page.getByLabel(briefs.title, { exact: true }).fill(longTitle)
  await importProducts(page, briefs, 'test/fixtures/catalogue/messy.csv')
  await page.getByRole('button', { name: importWords[as.language].dismiss }).waitFor()
  await holds(page, longTitle)
  await shoot('brief-imported', page)
  await context.setOffline(true)
  await page.getByLabel(briefs.title, { exact: true }).fill(`${longTitle} 2`)
  await page.getByText(app.onDeviceOffline(1)).first().waitFor()
  await shoot('brief-offline', page)
  await page.goBack()
  await shoot('briefs-offline', page)
  return page
}

/** German and Thai in one title, longer than any row. */
const longTitle =
  'Geschirrspülmaschinengeeignete Edelstahl-Trinkflasche แก้วน้ำสเตนเลสเก็บความเย็น ชุดแรก'

/** Stands in texts of the seed. */
const search = '通勤'

const reader = (as: Variant): string => (as.language === 'zh' ? '林默' : 'Sam Okafor')
