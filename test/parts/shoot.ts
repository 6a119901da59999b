/**
 * `npx tsx test/parts/shoot.ts [VARIANT] [SECTION]`: the page of parts and what opens on it as pictures in test-results/parts, such as
 * `phone-zh-dark tables`. Says which are wider than their screen.
 */
import { mkdir } from 'node:fs/promises'
import { chromium, type Page } from 'playwright-core'
import { findChromium } from '#test/support/chromium.mjs'
import {
  contextOf,
  nameOf,
  themes,
  variants,
  type Theme,
  type Variant,
} from '#test/support/shot-variants.ts'
import { serveParts } from './build-parts.ts'

/** What is opened for a picture of its own, by section. */
const scenes: readonly (readonly [
  name: string,
  section: string,
  open: (page: Page) => Promise<void>,
])[] = [
  ['dialog', 'overlays', (page) => page.locator('.parts-state button').first().click()],
  ['menu', 'overlays', (page) => page.locator('[aria-haspopup]').nth(1).click()],
  ['toasts', 'overlays', toasts],
  ['combobox', 'comboboxes', (page) => page.getByRole('combobox').nth(4).pressSequentially('cup')],
  ['select', 'comboboxes', (page) => page.locator('select').first().click()],
  ['working', 'tables', work],
]

const folder = 'test-results/parts'
const [wanted = '', section = ''] = process.argv.slice(2)
await mkdir(folder, { recursive: true })
const served = await serveParts()
const browser = await chromium.launch({ executablePath: await findChromium() })
for (const as of variants) for (const theme of themes) await shoot(as, theme)
await browser.close()
await served.stop()
console.log(`pictures in ${folder}`)

async function shoot(as: Variant, theme: Theme): Promise<void> {
  const name = nameOf(as, theme)
  if (!name.includes(wanted)) return
  const whole = await open(as, theme, section)
  await whole.screenshot({ path: `${folder}/${section || 'all'}.${name}.png`, fullPage: true })
  const tooWide = await whole.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  if (tooWide) console.log(`wider than the screen: ${name}`)
  for (const [scene, of, act] of scenes.filter((one) => one[1].includes(section))) {
    const page = await open(as, theme, of)
    await act(page)
    await page.screenshot({ path: `${folder}/${of}-${scene}.${name}.png` })
  }
  for (const context of browser.contexts()) await context.close()
}

async function open(as: Variant, theme: Theme, which: string): Promise<Page> {
  const context = await browser.newContext({ ...contextOf(as), colorScheme: theme })
  const page = await context.newPage()
  await page.goto(`${served.address}?language=${as.language}#${which}`)
  await page.locator('[data-section]').first().waitFor()
  return page
}

async function toasts(page: Page): Promise<void> {
  const buttons = page.locator('.parts-state').nth(2).getByRole('button')
  for (let at = 0; at < 3; at += 1) await buttons.nth(at).click()
}

async function work(page: Page): Promise<void> {
  const cell = (row: string, column: string) =>
    page.locator(`[data-row="${row}"][data-column="${column}"]`)
  await cell('t1', 'ui:choose').click()
  await cell('t4', 'ui:choose').click({ modifiers: ['Shift'] })
  await cell('t6', 'name').click({ position: { x: 4, y: 18 } })
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
  await cell('t6', 'name').getByRole('alert').waitFor()
}
