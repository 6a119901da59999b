/** A brief that can be submitted, filled in as a person would: from a template, products from a list, the rest typed. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { formWords } from '#client/features/briefs/form/words.ts'
import { sectionWords } from '#client/features/briefs/sections/words.ts'
import { startWords } from '#client/features/briefs/start/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { shippedTemplates } from '#shared/domain/briefs/templates/shipped.ts'
import { addPoint, holds, importProducts, type Language, press } from './people.ts'

export async function fillBrief(page: Page, language: Language, title: string): Promise<void> {
  const [words, form, section] = [briefWords[language], formWords[language], sectionWords[language]]
  const start = startWords[language]
  await page.getByRole('button', { name: words.newBrief, exact: true }).first().click()
  await page.getByLabel(words.title, { exact: true }).fill(title)
  await press(page, start.fromTemplate)
  const template = shippedTemplates.find(({ id }) => id === 'amazon-full')
  assert.ok(template)
  await page
    .getByRole('dialog', { name: start.title })
    .getByRole('button', { name: template.name[language] })
    .click()
  await page.getByText(start.hint, { exact: true }).waitFor({ state: 'detached' })
  await importProducts(page, words, 'test/fixtures/catalogue/sku-list-gbk.csv')
  for (const text of ['Opens with one hand', 'Cold for 24 hours', 'Fits a car cup holder'])
    await addPoint(page, words, text)
  await press(page, section.add.references)
  await page.keyboard.type('https://example.com/rivals/mug-1')
  await press(page, section.add.photos)
  await page.keyboard.type('8 white-ground pictures')
  await page.getByRole('combobox', { name: form.details.designRules }).selectOption('from-scratch')
  await page.getByLabel(form.details.noLimitsKnown, { exact: true }).check()
  await page
    .getByRole('textbox', { name: form.parts.audience, exact: true })
    .fill('People who take a train to work and carry the mug in the bag of their laptop')
  const inThreeWeeks = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel(words.wantedBy, { exact: true }).fill(inThreeWeeks)
  await holds(page, title)
}
