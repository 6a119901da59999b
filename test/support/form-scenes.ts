/** The whole form: full and vague, from its head down, on both devices; the list of what is missing on the phone. */
import type { Browser } from 'playwright-core'
import { sectionWords } from '#client/features/briefs/sections/words.ts'
import { randomRowId } from '#shared/domain/briefs/row-ids.ts'
import { newId } from '#shared/lib/ids.ts'
import { joinBy, settled } from '#test/journeys/people.ts'
import { docNameSchema } from '#shared/protocol/names.ts'
import { readFixture, writeFixtureBrief } from './fixture-brief.ts'
import { openColleague } from './seed-workspace.ts'
import type { Shoot } from './shot-scenes.ts'
import type { Stage } from './shot-stage.ts'
import { contextOf, type Variant } from './shot-variants.ts'

export async function shootForm(
  browser: Browser,
  stage: Stage,
  as: Variant,
  shoot: Shoot,
): Promise<void> {
  const fixtures =
    as.language === 'zh'
      ? ['01-insulated-mug.zh.json', '05-baby-bib-vague.zh.json']
      : ['06-phone-tripod.en.json', '05-baby-bib-vague.zh.json']
  const [full, vague] = fixtures.map(readFixture)
  if (full === undefined || vague === undefined) throw new Error('two fixtures')
  const writer = await openColleague(stage.full.address, stage.seeded.inviteLink, 'Mei Tan')
  const briefs = [full, vague].map((brief) => ({
    name: docNameSchema.parse(`brief-${newId((bytes) => void crypto.getRandomValues(bytes))}`),
    write: (doc: Parameters<typeof writeFixtureBrief>[0]) =>
      writeFixtureBrief(doc, brief, randomRowId),
  }))
  const made = await writer.makeDocuments(briefs)
  if (!made.ok) throw new Error(made.refusal.code)
  for (const { name } of briefs) await writer.synced(name)
  await writer.close()

  const words = sectionWords[as.language]
  const context = await browser.newContext(contextOf(as))
  const page = await context.newPage()
  await joinBy(
    page,
    stage.seeded.inviteLink,
    as.language,
    as.language === 'zh' ? '周敏' : 'Ana Ruiz',
  )
  await settled(page, as.language)
  for (const [scene, at, last] of [
    ['form-full', 0, 'keywords'],
    ['form-vague', 1, 'limits'],
  ] as const) {
    await page.goto(`${stage.full.address}/briefs/${briefs[at]?.name}`)
    await page.locator('[data-part="notes"] .ProseMirror').waitFor()
    await page.locator('[data-part="limits"]').waitFor()
    await page.getByRole('meter', { name: /\d/ }).first().waitFor()
    await shoot(scene, page)
    for (const part of [
      'targets',
      'deliverables',
      'points',
      'references',
      'design',
      last,
      'hook',
    ]) {
      const there = page.locator(`[data-part="${part}"]`)
      if ((await there.count()) === 0) continue
      await there.evaluate((element) => element.scrollIntoView({ block: 'start' }))
      await shoot(`${scene}-${part}`, page)
    }
    if (as.device === 'phone') {
      await page.getByRole('button', { name: new RegExp(`^${words.quality} ·`) }).click()
      await page.getByRole('dialog').waitFor()
      await shoot(`${scene}-quality`, page)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  }
  await context.close()
}
