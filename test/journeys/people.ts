/** What people do in journeys, in words of the screen they see: found, invite, join, open, import, write. */
import type { Page } from 'playwright-core'
import { briefWords } from '#client/features/briefs/words.ts'
import { peopleWords } from '#client/features/people/words.ts'

export type Language = 'zh' | 'en'
type BriefWords = (typeof briefWords)[Language]

export async function foundWorkspace(page: Page, address: string, language: Language, workspace: string, name: string): Promise<void> {
  const words = peopleWords[language]
  await page.goto(address)
  await page.getByLabel(words.workspaceName, { exact: true }).fill(workspace)
  await page.getByLabel(words.yourName, { exact: true }).fill(name)
  await page.getByRole('button', { name: words.found, exact: true }).click()
  await page.getByText(briefWords[language].noBriefs, { exact: true }).waitFor()
}

/** Makes an invite on the people page and answers the link it shows. */
export async function inviteLink(page: Page, address: string, language: Language): Promise<string> {
  const words = peopleWords[language]
  await page.goto(`${address}/people`)
  await page.getByRole('button', { name: words.invite, exact: true }).click()
  await page.getByRole('button', { name: words.makeLink, exact: true }).click()
  const link = await page.getByTestId('invite-link').inputValue()
  await page.getByRole('button', { name: words.close, exact: true }).click()
  await page.goto(`${address}/briefs`)
  return link
}

export async function joinBy(page: Page, link: string, language: Language, name: string): Promise<void> {
  const words = peopleWords[language]
  await page.goto(link)
  await page.getByLabel(words.yourName, { exact: true }).fill(name)
  await page.getByRole('button', { name: words.join, exact: true }).click()
  await page.waitForURL(/\/briefs/)
}

export async function openBrief(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: title }).first().click()
  await page.getByDisplayValue(title).first().waitFor()
}

export async function importProducts(page: Page, words: BriefWords, fileName: string, bytes: Buffer): Promise<void> {
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: words.importFile, exact: true }).click()
  await (await chosen).setFiles({ name: fileName, mimeType: 'text/csv', buffer: bytes })
}

export async function addPoint(page: Page, words: BriefWords, text: string): Promise<void> {
  await page.getByRole('button', { name: words.addPoint, exact: true }).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Tab')
}

/** Everything a person can read or has typed in the open brief, without what differs by language or person. */
export async function readScreen(page: Page): Promise<{ points: string[]; products: string[] }> {
  const values = (name: string): Promise<string[]> =>
    page.locator(`[data-part="${name}"] :is(input, textarea)`).evaluateAll((fields) =>
      fields.map((field) => (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '')),
    )
  return { points: await values('points'), products: await values('products') }
}
