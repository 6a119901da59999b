/**
 * From an empty workspace to a brief that is accepted: begun from a template, products from a list, submitted, returned with
 * a reason, mended, submitted again and accepted by somebody else, in under sixty actions of both. Then it is changed, and
 * whoever accepted it reads what. On a desk in Chinese and on a phone in English, the middle of it without a network.
 */
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { flowWords } from '#client/features/briefs/flow/words.ts'
import { formWords } from '#client/features/briefs/form/words.ts'
import { sectionWords } from '#client/features/briefs/sections/words.ts'
import { recordWords } from '#client/features/records/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { inboxWords } from '#client/features/talk/inbox/words.ts'
import { qualityItemById } from '#shared/domain/briefs/quality/items.ts'
import { countActions } from './count-actions.ts'
import type { Journey } from './journey.ts'
import { keptApp } from './kept-app.ts'
import {
  deviceOf,
  foundWorkspace,
  inviteLink,
  joinBy,
  type Language,
  openBrief,
  press,
  pressInHead,
  settled,
} from './people.ts'
import { startRelayProcess } from './relay-process.ts'
import { fillBrief } from './whole-brief.ts'

export const flow: readonly Journey[] = [
  {
    name: 'a brief submitted, returned, mended and accepted on a desk, in Chinese',
    isTwin: true,
    run: (browser) => story(browser, 'zh', 'desk'),
  },
  {
    name: 'a brief submitted, returned, mended and accepted on a phone, in English',
    run: (browser) => story(browser, 'en', 'phone'),
  },
]

const most = 60
const title = 'Insulated mugs, second colour'

async function story(browser: Browser, language: Language, size: 'desk' | 'phone'): Promise<void> {
  const relay = await startRelayProcess()
  const words = flowWords[language]
  try {
    const device = await deviceOf(browser, language, size)
    const owner = await device.newPage()
    const byOwner = await countActions(owner)
    await foundWorkspace(owner, relay.address, language, '山屿家居', '陈思远')
    const link = await inviteLink(owner, language)
    const begun = await byOwner()
    await keptApp(owner)
    await device.setOffline(true)
    await fillBrief(owner, language, title)
    await press(owner, words.submit)
    const dialog = owner.getByRole('dialog', { name: words.submitTitle })
    await dialog.getByLabel(words.whyNow).fill('The sample arrives on Thursday')
    await dialog.getByRole('button', { name: words.submit, exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await stands(owner, language, 'submitted')
    await owner.getByText(words.waiting, { exact: true }).waitFor()
    await device.setOffline(false)
    await settled(owner, language)

    const other = await (await deviceOf(browser, language, size)).newPage()
    const byOther = await countActions(other)
    await joinBy(other, link, language, 'Julia Brandt')
    await openBrief(other, title)
    await stands(other, language, 'submitted')
    const joined = await byOther()
    await press(other, words.sendBack)
    const sending = other.getByRole('dialog', { name: words.returnTitle })
    await sending.getByLabel(words.whatToMend).fill('Say how the lid opens')
    await sending.getByLabel(words.field).selectOption('references')
    await sending.getByRole('button', { name: words.sendBack, exact: true }).click()
    await sending.waitFor({ state: 'detached' })

    await owner.getByText(words.returnedFor('Say how the lid opens')).waitFor()
    const item = qualityItemById('references').label[language]
    await owner.getByRole('button', { name: words.atFault(item), exact: true }).click()
    await owner.locator('[data-part="references"] :focus').waitFor()
    const cell = sectionWords[language].cellLabel(
      sectionWords[language].rowLabel(formWords[language].parts.references, 1),
      formWords[language].columns.references.learn,
    )
    await owner.getByLabel(cell, { exact: true }).fill('The lid opens in three frames')
    await press(owner, words.submitAgain)
    await submitAgain(owner, language)
    await stands(other, language, 'submitted')
    await press(other, words.seeMended)
    const mended = other.getByRole('dialog', { name: words.mendedTitle })
    await mended.getByText('The lid opens in three frames').waitFor()
    await other.keyboard.press('Escape')
    await mended.waitFor({ state: 'detached' })
    await press(other, words.accept)
    const accepting = other.getByRole('dialog', { name: words.acceptTitle })
    await accepting.getByRole('button', { name: words.accept, exact: true }).click()
    await accepting.waitFor({ state: 'detached' })
    await stands(owner, language, 'accepted')
    const actions = (await byOwner()) - begun + (await byOther()) - joined
    assert.ok(actions < most, `${actions} actions`)
    console.log(`      ${actions} actions of both from an empty workspace to an accepted brief`)

    // What was done stands in the inbox, and leads back.
    await owner.goto(new URL('/inbox', owner.url()).href)
    const told = (what: 'accepted' | 'returned') =>
      owner.getByRole('link', { name: inboxWords[language].kinds[what]('Julia Brandt') })
    await told('returned').waitFor()
    await told('accepted').click()
    await stands(owner, language, 'accepted')

    // Changed after it was accepted: the other reads what, from the version that was accepted.
    await owner.getByLabel(briefWords[language].title, { exact: true }).fill(`${title}, mended`)
    await other.getByText(words.changedSince.accepted, { exact: true }).waitFor()
    await press(other, words.seeChanges)
    const changes = other.getByRole('dialog', { name: words.changesTitle.accepted })
    await changes.getByText(`${title}, mended`).waitFor()
    assert.equal(await changes.locator('[data-differs]').count(), 1)
    await other.keyboard.press('Escape')
    await changes.waitFor({ state: 'detached' })
    await settled(other, language)
    await verified(other, language)
  } finally {
    await relay.stop()
  }
}

/** Both submissions, the return and the acceptance are what was signed: said from this device alone. */
async function verified(page: Page, language: Language): Promise<void> {
  const words = recordWords[language]
  await keptApp(page)
  await page.context().setOffline(true)
  await pressInHead(page, language, words.about.brief.entry)
  const dialog = page.getByRole('dialog', { name: words.about.brief.title })
  await dialog.getByRole('button', { name: words.verify, exact: true }).click()
  await dialog.getByText(words.allHold(4), { exact: true }).waitFor()
  const details = dialog.getByRole('button', { name: words.details, exact: true })
  for (let left = 4; left > 0; left -= 1) await details.first().click()
  await dialog.getByText(words.keptVersion.holds, { exact: true }).first().waitFor()
}

/** With a reason, where it asks for one. */
async function submitAgain(page: Page, language: Language): Promise<void> {
  const words = flowWords[language]
  const dialog = page.getByRole('dialog', { name: words.submitTitle })
  await dialog.waitFor()
  const why = dialog.getByLabel(words.whyNow)
  if ((await why.count()) > 0) await why.fill('The sample arrives on Thursday')
  await dialog.getByRole('button', { name: words.submit, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** On the brief's page; the list behind it says so, too. */
const stands = (
  page: Page,
  language: Language,
  state: 'submitted' | 'accepted' | 'returned',
): Promise<void> =>
  page
    .getByRole('region', { name: flowWords[language].label })
    .getByText(flowWords[language].states[state], { exact: true })
    .waitFor()
