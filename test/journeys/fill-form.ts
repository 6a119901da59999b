/** A brief of the fixtures written into the form as a person does: pressed, typed and chosen, part by part. */
import type { Locator, Page } from 'playwright-core'
import { formWords } from '#client/features/briefs/form/words.ts'
import { sectionWords } from '#client/features/briefs/sections/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { targetKey } from '#shared/domain/briefs/target-key.ts'
import { categories } from '#shared/domain/choices/categories.ts'
import { deliverableById } from '#shared/domain/choices/deliverables.ts'
import { languageOf } from '#shared/domain/choices/languages.ts'
import { marketById } from '#shared/domain/choices/markets.ts'
import { platformById } from '#shared/domain/choices/platforms.ts'
import { isUsualLimit, usualLimitsOf } from '#shared/domain/choices/usual-limits.ts'
import type { FixtureBrief } from '#test/support/fixture-brief.ts'
import { holds, writeNotes, type Language } from './people.ts'

export type FormPart = keyof typeof parts

/** One part after the other. */
export async function fillForm(
  page: Page,
  language: Language,
  brief: FixtureBrief,
  wanted: readonly FormPart[],
): Promise<void> {
  const at: Filling = {
    page,
    brief,
    language,
    words: sectionWords[language],
    form: formWords[language],
    briefWords: briefWords[language],
  }
  for (const part of wanted) await parts[part](at)
}

interface Filling {
  readonly page: Page
  readonly brief: FixtureBrief
  readonly language: Language
  readonly words: (typeof sectionWords)[Language]
  readonly form: (typeof formWords)[Language]
  readonly briefWords: (typeof briefWords)[Language]
}

const parts = {
  async title({ page, brief, briefWords: { title } }: Filling) {
    await page.getByLabel(title, { exact: true }).fill(brief.title)
  },
  /** One is typed, several are pasted as they stand in a spreadsheet. */
  async products({ page, brief, language, briefWords: { addProduct } }: Filling) {
    const rows = page.locator('[data-part="products"] tbody tr')
    await page.getByRole('button', { name: addProduct, exact: true }).click()
    const cells = rows.first().locator('textarea')
    const said = brief.products.map(({ sku, name, category }) => {
      const known = categories.find(({ id }) => id === category)
      return [sku, name, known?.[language] ?? category]
    })
    if (said.length > 1) await pasteInto(cells.first(), tableOf(said))
    else for (const [column, text] of (said[0] ?? []).entries()) await cells.nth(column).fill(text)
    await rows.nth(said.length - 1).waitFor()
  },
  async targets({ page, brief, language, form, briefWords: said }: Filling) {
    const part = page.locator('[data-part="targets"]')
    for (const id of new Set(brief.targets.map(({ platform }) => platform))) {
      const platform = platformById(id)?.[language] ?? id
      await part.getByRole('button', { name: platform, exact: true }).click()
      const group = part.getByRole('group', { name: platform, exact: true })
      for (const { market } of brief.targets.filter((target) => target.platform === id)) {
        const name = marketById(market)?.[language] ?? market
        const usual = group.getByRole('button', { name, exact: true })
        const more = group.getByRole('button', { name: said.moreMarkets, exact: true })
        if ((await usual.count()) === 0 && (await more.count()) > 0) await more.click()
        // The others stand below, by where they are in the world.
        await part.getByRole('button', { name, exact: true }).last().click()
      }
    }
    const lead = brief.targets.find((target) => target.lead === true)
    if (lead && brief.targets.length > 1)
      await page.getByLabel(form.details.leadTarget, { exact: true }).selectOption(targetKey(lead))
    await page
      .getByLabel(form.details.sourceLanguage, { exact: true })
      .selectOption(brief.sourceLanguage)
  },
  async deliverables({ page, brief, language, words }: Filling) {
    const part = page.locator('[data-part="deliverables"]')
    for (const { deliverable, quantity } of brief.deliverables) {
      const name = deliverableById(deliverable)?.[language] ?? deliverable
      await part.getByRole('button', { name, exact: true }).click()
      if (quantity !== 1) await page.getByLabel(words.quantityOf(name)).fill(`${quantity}`)
    }
  },
  async points({ page, brief, words, briefWords: said }: Filling) {
    const points = brief.sellingPoints.map(({ text, proof }) => [text, proof ?? ''])
    await page.getByRole('button', { name: said.addPoint, exact: true }).click()
    const fields = page.locator('[data-part="points"] [data-look="line"] textarea')
    await pasteInto(fields.first(), tableOf(points))
    await fields.nth(points.length - 1).waitFor()
    const last = brief.sellingPoints.findLastIndex(({ proof }) => proof)
    if (last >= 0) await holds(page, brief.sellingPoints[last]?.proof ?? '')
    await page.getByLabel(words.proofOf(points.length)).waitFor()
  },
  async facts(at: Filling) {
    const facts = at.brief.facts.map(({ name, value, unit }) => [name, value, unit])
    await pasteRows(at, 'facts', at.words.add.facts, facts)
  },
  /** The measured ones are proved by a file. */
  async factFiles({ page, brief }: Filling) {
    const measured = brief.facts.flatMap(({ unit }, at) => (unit === '' ? [] : at))
    const slots = page.locator('[data-part="facts"] li')
    for (const at of measured) {
      const name = `spec-${at}.pdf`
      await slots
        .nth(at)
        .locator('input[type="file"]')
        .setInputFiles({ name, mimeType: 'application/pdf', buffer: pdf(name) })
      await slots.nth(at).getByText(name).first().waitFor()
    }
  },
  async references(at: Filling) {
    const rows = at.brief.references.map(({ address, learn, avoid }) => [
      address,
      learn ?? '',
      avoid ?? '',
    ])
    await pasteRows(at, 'references', at.words.add.references, rows)
  },
  async materials(at: Filling) {
    const { page, brief, words, form } = at
    for (const text of brief.photos?.existing ?? [])
      await addRow(at, 'photos', words.add.photos, { text })
    if (!brief.photos?.shoot) return
    await page.getByLabel(form.details.shoot, { exact: true }).check()
    await page.getByLabel(form.details.shootPlace, { exact: true }).fill(brief.photos.shoot.place)
    await page
      .getByLabel(form.details.sampleArrives, { exact: true })
      .fill(brief.photos.shoot.sampleArrives)
  },
  async design({ page, brief: { designRules }, form }: Filling) {
    if (designRules === null) return
    const isThere = designRules.state === 'present'
    await page
      .getByRole('combobox', { name: form.details.designRules, exact: true })
      .selectOption(isThere ? 'present' : 'from-scratch')
    if (isThere)
      await page.getByLabel(form.details.brandKit, { exact: true }).fill(designRules.brandKit ?? '')
  },
  async limits(at: Filling) {
    const { page, brief, words } = at
    const usual = usualLimitsOf(brief.products.map(({ category }) => category))
    const names: Readonly<Record<string, string>> = words.limitNames
    const part = page.locator('[data-part="limits"]')
    for (const text of brief.compliance?.limits ?? []) {
      if (isUsualLimit(text) && usual.includes(text))
        await part.getByRole('button', { name: names[text] ?? text, exact: true }).click()
      else await addRow(at, 'limits', words.add.limits, { text }, words.otherLimits)
    }
    for (const text of brief.compliance?.mustNotClaim ?? [])
      await addRow(at, 'limits', words.add.claims, { text }, words.claims)
  },
  async looks({ page, brief, form }: Filling) {
    await page.getByLabel(form.parts.audience, { exact: true }).fill(brief.audience)
    await page.getByLabel(form.parts.tone, { exact: true }).fill(brief.tone)
  },
  async video({ page, brief: { video }, form }: Filling) {
    if (!video) return
    await page.getByLabel(form.parts.hook, { exact: true }).fill(video.hook)
    if (!video.length) return
    await page
      .getByLabel(form.details.videoSeconds, { exact: true })
      .fill(`${video.length.seconds}`)
    await page
      .getByLabel(form.details.videoAspect, { exact: true })
      .selectOption(video.length.aspect)
  },
  async modules(at: Filling) {
    for (const { purpose } of at.brief.enhanced?.modules ?? [])
      await addRow(at, 'modules', at.words.add.modules, { purpose })
  },
  async keywords({ page, brief, language, words }: Filling) {
    for (const { market, terms, source } of brief.keywords) {
      const target = brief.targets.find((one) => one.market === market)
      const spoken = languageOf(target?.locale ?? '')?.[language] ?? ''
      const place = `${marketById(market)?.[language] ?? market} · ${spoken}`
      await page.getByLabel(words.termsLabel(place), { exact: true }).fill(terms.join('\n'))
      await page.getByLabel(words.sourceLabel(place), { exact: true }).fill(source)
    }
  },
  async offers(at: Filling) {
    const { page, brief, words, form } = at
    if (!brief.live) return
    for (const { sku, priceRange } of brief.live.offers) {
      await addRow(at, 'offers', words.add.offers, { price: priceRange })
      const name = brief.products.find((product) => product.sku === sku)?.name ?? sku
      await page
        .locator('[data-part="offers"] li')
        .last()
        .getByRole('combobox')
        .selectOption({ label: name })
    }
    await page
      .getByLabel(form.details.notSaidLive, { exact: true })
      .fill(brief.live.mustNotSay.join('\n'))
  },
  async ads({ page, brief, form }: Filling) {
    if (!brief.ads) return
    const { placement, metric, hypothesis } = brief.ads.goal
    await page.getByLabel(form.details.adPlacement, { exact: true }).fill(placement)
    await page.getByLabel(form.details.adMetric, { exact: true }).fill(metric)
    await page.getByLabel(form.parts.adHypothesis, { exact: true }).fill(hypothesis)
  },
  async terms(at: Filling) {
    const terms = at.brief.glossary ?? []
    await pasteRows(
      at,
      'terms',
      at.words.add.terms,
      terms.map(({ term, why }) => [term, why ?? '']),
    )
    const boxes = at.page.locator('[data-part="terms"] li').getByRole('checkbox')
    for (const [row, { use }] of terms.entries()) if (!use) await boxes.nth(row).check()
  },
  /** Two weeks from now, so that it is never in the past. */
  async dates({ page, brief, briefWords: { wantedBy, rush } }: Filling) {
    await page.getByLabel(rush, { exact: true }).selectOption(brief.rush)
    if (brief.wantedBy === null) return
    const day = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10)
    await page.getByLabel(wantedBy, { exact: true }).fill(day)
  },
  notes: ({ page, brief }: Filling) => writeNotes(page, brief.notes),
} as const

/** Presses the button below the list and writes the new row's cells. */
async function addRow(
  { page, words, form }: Filling,
  list: 'photos' | 'limits' | 'modules' | 'offers',
  button: string,
  cells: Readonly<Record<string, string>>,
  label: string = form.parts[list],
): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  const columns: Readonly<Record<string, string>> = form.columns[list]
  const rows = page.getByRole('list', { name: label, exact: true }).locator('> li')
  const place = await rows.count()
  for (const [column, text] of Object.entries(cells)) {
    const named = list === 'limits' ? label : (columns[column] ?? column)
    const cell = words.cellLabel(words.rowLabel(label, place), named)
    if (text !== '') await page.getByLabel(cell, { exact: true }).fill(text)
  }
}

/** Presses the button below the list and pastes into the new row what stands in a spreadsheet. */
async function pasteRows(
  { page, form }: Filling,
  list: 'facts' | 'references' | 'terms',
  button: string,
  rows: readonly (readonly string[])[],
): Promise<void> {
  if (rows.length === 0) return
  await page.getByRole('button', { name: button, exact: true }).click()
  const label = form.parts[list]
  const lines = page.getByRole('list', { name: label, exact: true }).locator('> li')
  await pasteInto(lines.first().locator('[data-look="line"] textarea').first(), tableOf(rows))
  await lines.nth(rows.length - 1).waitFor()
  for (const cell of rows.at(-1) ?? []) if (cell !== '') await holds(page, cell)
}

const tableOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.join('\t')).join('\n')

/** As from a spreadsheet's clipboard. */
const pasteInto = (cell: Locator, text: string): Promise<void> =>
  cell.evaluate((field, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)

const pdf = (name: string): Buffer =>
  Buffer.from(
    `%PDF-1.4\n% ${name}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  )
