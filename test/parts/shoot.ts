/** `npx tsx test/parts/shoot.ts [WORD]`: the page of parts as pictures in test-results/parts, by size and light; says what is too wide. */
import { mkdir } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { findChromium } from '#test/support/chromium.mjs'
import { contextOf, nameOf, variants } from '#test/support/shot-variants.ts'
import { serveParts } from './build-parts.ts'

const folder = 'test-results/parts'
const [wanted = '', section = ''] = process.argv.slice(2)
await mkdir(folder, { recursive: true })
const served = await serveParts()
const browser = await chromium.launch({ executablePath: await findChromium() })
for (const as of variants) {
  if (!nameOf(as).includes(wanted)) continue
  const page = await (await browser.newContext(contextOf(as))).newPage()
  await page.goto(`${served.address}?language=${as.language}#${section}`)
  await page.locator('[data-section]').first().waitFor()
  await page.screenshot({ path: `${folder}/${section || 'all'}.${nameOf(as)}.png`, fullPage: true })
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  if (tooWide) console.log(`wider than the screen: ${nameOf(as)}`)
}
await browser.close()
await served.stop()
console.log(`pictures in ${folder}`)
