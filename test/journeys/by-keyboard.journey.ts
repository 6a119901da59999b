/** A brief filed by keyboard alone, offline from the second step on, and no axe finding on any screen met on the way. */
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { shellWords } from '#client/app/shell-words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { inviteWords } from '#client/features/people/invite-words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { axeFindings } from '#test/support/axe.ts'
import type { Journey } from './journey.ts'
import { keptApp } from './kept-app.ts'
import { holds, readScreen, settled } from './people.ts'
import { startRelayProcess } from './relay-process.ts'

export const byKeyboard: readonly Journey[] = [
  { name: 'a brief filed by keyboard alone, without a network', run: file },
]

const words = briefWords.en

async function file(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  try {
    const device = await browser.newContext({
      locale: 'en-GB',
      viewport: { width: 1440, height: 900 },
    })
    const page = await device.newPage()
    await page.goto(relay.address)
    await page.getByLabel(peopleWords.en.workspaceName, { exact: true }).waitFor()
    await clean(page, 'make a workspace')
    await page.keyboard.type('Shanyu Home')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Mina Cole')
    await page.keyboard.press('Enter')
    await page.getByText(words.noBriefs, { exact: true }).first().waitFor()
    await clean(page, 'no briefs')
    await press(page, 'button', words.newBrief)
    await page.getByLabel(words.title, { exact: true }).waitFor()
    await page.locator('[data-part="notes"] .ProseMirror').waitFor()
    await keptApp(page)
    await device.setOffline(true)

    await tabTo(page, words.title)
    await page.keyboard.type('Dog harness, reflective range')
    await press(page, 'button', words.addProduct)
    await tabTo(page, `${words.name} · ${words.products}`)
    await page.keyboard.type('Harness S')
    await press(page, 'button', words.addPoint)
    await page.keyboard.type('Seen from 120 m in headlights')
    await page.keyboard.press('Enter')
    await page.locator('[data-part="points"] textarea:focus').nth(0).waitFor()
    await page.keyboard.type('On in four seconds')
    await holds(page, 'On in four seconds')
    await tabTo(page, words.grip('On in four seconds'), 'Shift+Tab')
    await page.keyboard.press('Alt+ArrowUp')
    await page
      .getByText(words.moved('On in four seconds', 1, 2), { exact: true })
      .waitFor({ state: 'attached' })
    assert.deepEqual((await readScreen(page)).points, [
      'On in four seconds',
      'Seen from 120 m in headlights',
    ])
    await clean(page, 'a brief')

    await device.setOffline(false)
    await settled(page, 'en')
    await press(page, 'link', peopleWords.en.people)
    await page.getByRole('heading', { name: inviteWords.en.invites }).waitFor()
    await clean(page, 'people')
    await press(page, 'button', shellWords.en.language)
    await page.getByRole('heading', { name: inviteWords.zh.invites }).waitFor()
  } finally {
    await relay.stop()
  }
}

/** Moves the focus with Tab until it stands on what is called `name`, as somebody without a mouse must. */
async function tabTo(page: Page, name: string, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 200; step += 1) {
    await page.keyboard.press(key)
    if ((await page.evaluate(nameOfFocus)) === name) return
  }
  throw new Error(`Tab never reaches “${name}”`)
}

async function press(page: Page, role: 'button' | 'link', name: string): Promise<void> {
  await page.getByRole(role, { name, exact: true }).first().waitFor()
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

function nameOfFocus(): string {
  const element = document.activeElement
  if (element === null) return ''
  const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null
  return (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim()
}

async function clean(page: Page, screen: string): Promise<void> {
  assert.deepEqual(await axeFindings(page), [], `axe on ${screen}`)
}
