/** What people do in journeys, in words of the screen they see: found, invite, join, open, import, write. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { shellWords } from '#client/app/shell-words.ts'
import { appWords } from '#client/app/words.ts'
import { importWords } from '#client/features/briefs/import/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import { inviteWords } from '#client/features/people/invite-words.ts'
import { accessWords } from '#client/features/people/access-words.ts'
import { peopleWords } from '#client/features/people/words.ts'
import { uiWords } from '#client/ui/words.ts'

export type Language = 'zh' | 'en'
type BriefWords = (typeof briefWords)[Language]

export async function foundWorkspace(
  page: Page,
  address: string,
  language: Language,
  workspace: string,
  name: string,
): Promise<void> {
  const words = peopleWords[language]
  await page.goto(address)
  await page.getByLabel(words.workspaceName, { exact: true }).fill(workspace)
  await page.getByLabel(words.yourName, { exact: true }).fill(name)
  await page.getByRole('button', { name: words.found, exact: true }).click()
  await page.getByText(briefWords[language].noBriefs, { exact: true }).first().waitFor()
}

/** Makes an invite on the people page and answers the link it shows, once it opens. */
export async function inviteLink(
  page: Page,
  language: Language,
  uses?: number,
  outsourced = false,
): Promise<string> {
  const people = peopleWords[language]
  const words = inviteWords[language]
  await openPlace(page, language, people.people)
  await page.getByRole('button', { name: people.invite, exact: true }).click()
  if (uses !== undefined)
    await page.getByLabel(words.uses, { exact: true }).selectOption(String(uses))
  if (outsourced) await page.getByRole('switch', { name: words.outsourced }).click()
  await page.getByRole('button', { name: words.makeLink, exact: true }).click()
  const link = await page.getByLabel(words.linkLabel, { exact: true }).inputValue()
  await page.getByText(words.works, { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: briefWords[language].briefs, exact: true }).first().click()
  return link
}

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click()

/** A person's own device, with a desk's pointer or a phone's fingers. */
export const deviceOf = (
  browser: Browser,
  language: Language,
  size: 'desk' | 'phone',
): Promise<BrowserContext> =>
  browser.newContext({
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    viewport: size === 'desk' ? { width: 1440, height: 900 } : { width: 390, height: 844 },
    ...(size === 'phone' ? { hasTouch: true, isMobile: true } : {}),
  })

export async function joinBy(
  page: Page,
  link: string,
  language: Language,
  name: string,
): Promise<void> {
  const words = peopleWords[language]
  await page.goto(link)
  await page.getByLabel(words.yourName, { exact: true }).fill(name)
  // A guest joins nothing: their button says so.
  await page
    .getByRole('button', { name: words.join, exact: true })
    .or(page.getByRole('button', { name: words.openShared, exact: true }))
    .click()
  await page.waitForURL(/\/briefs/)
}

/** A place of the app by its name in the sidebar; on a phone perhaps behind "more". */
export async function openPlace(page: Page, language: Language, name: string): Promise<void> {
  const link = page.getByRole('link', { name, exact: true }).filter({ visible: true }).first()
  if ((await link.count()) === 0)
    await page.getByRole('link', { name: shellWords[language].more, exact: true }).first().click()
  await link.click()
}

export async function openBrief(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: title }).first().click()
  await holds(page, title)
}

/** Everything of the file; products without a SKU stay without one. */
export async function importProducts(page: Page, words: BriefWords, path: string): Promise<void> {
  const said = importWords[words === briefWords.zh ? 'zh' : 'en']
  await page.getByLabel(words.importFile, { exact: true }).setInputFiles(path)
  const dialog = page.getByRole('dialog', { name: said.title })
  await dialog.getByRole('grid', { name: said.table }).waitFor()
  const leave = dialog.getByRole('radio', { name: said.proposedChoices.leave })
  if ((await leave.count()) > 0) await leave.check()
  await dialog.getByRole('button', { name: importName(said) }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** The name of the button that imports, whatever it counts. */
export const importName = (said: (typeof importWords)[Language]): RegExp =>
  new RegExp(`^${said.import(2).replace('2', '[\\d,]+')}$`)

export async function addPoint(page: Page, words: BriefWords, text: string): Promise<void> {
  const fields = page.locator('[data-part="points"] textarea')
  const before = await fields.count()
  await page.getByRole('button', { name: words.addPoint, exact: true }).click()
  await fields.nth(before).waitFor()
  await page.locator('[data-part="points"] textarea:focus').waitFor()
  await page.keyboard.type(text)
}

export async function writeNotes(page: Page, text: string): Promise<void> {
  await page.locator('[data-part="notes"] .ProseMirror').click()
  await page.keyboard.type(text)
}

/** Waits until the overall status says that everything is safe on the relay. */
export async function settled(page: Page, language: Language): Promise<void> {
  await page.getByRole('status').filter({ hasText: appWords[language].safe }).first().waitFor()
}

/** Waits until some field of the page holds `text`. */
export async function holds(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('input, textarea')].some(
        (field) =>
          (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) &&
          field.value === wanted,
      ),
    text,
  )
}

export interface Screen {
  readonly points: readonly string[]
  readonly products: readonly string[]
  readonly notes: string
  readonly locales: readonly string[]
}

/** Everything a person can read or has typed in the open brief, without what differs by language or person. */
export async function readScreen(page: Page): Promise<Screen> {
  const values = (part: string, look = ''): Promise<string[]> =>
    page
      .locator(`[data-part="${part}"] ${look}:is(input, textarea)`)
      .evaluateAll((fields) =>
        fields.map((field) =>
          'value' in field && typeof field.value === 'string' ? field.value : '',
        ),
      )
  return {
    points: await values('points', '[data-look="line"] '),
    products: await values('products'),
    // Colleagues' cursors stand in the text and are not part of it.
    notes: await page.locator('[data-part="notes"] .ProseMirror').evaluate((notes) => {
      const text = notes.cloneNode(true)
      if (text instanceof HTMLElement)
        for (const cursor of text.querySelectorAll('.notes-cursor')) cursor.remove()
      return text.textContent ?? ''
    }),
    locales: await page
      .locator('[data-part="targets"] [aria-pressed="true"] .ui-chip-detail')
      .allInnerTexts(),
  }
}

/** As an owner gives it, on the person's own page; true once the server has taken it. */
export async function setAccess(
  owner: Page,
  language: Language,
  name: string,
  level: 'lead' | 'member' | 'viewer',
): Promise<void> {
  const words = accessWords[language]
  await openPlace(owner, language, peopleWords[language].people)
  await owner
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .filter({ visible: true })
    .first()
    .click()
  await owner.getByRole('button', { name: words.change, exact: true }).click()
  await owner.getByRole('radio', { name: new RegExp(`^${words.levels[level]}`) }).check()
  await owner.getByRole('button', { name: words.apply, exact: true }).click()
  await owner.getByRole('dialog').waitFor({ state: 'detached' })
  await owner.getByText(words.waiting, { exact: true }).waitFor({ state: 'detached' })
}

/** A code or link just made can be used: nothing is said any more of its being on the way. */
export async function takesEffect(
  page: Page,
  words: { readonly onWay: string; readonly notYet: string },
): Promise<void> {
  for (const note of [words.onWay, words.notYet])
    await page.getByText(note, { exact: true }).waitFor({ state: 'detached' })
}

/** Something in a brief's head: a sign, or on a phone an entry of the menu behind it. */
export async function pressInHead(page: Page, language: Language, name: string): Promise<void> {
  const [sign, more] = [name, uiWords[language].moreActions].map((label) =>
    page.getByRole('button', { name: label ?? '', exact: true }),
  )
  if (sign === undefined || more === undefined) return
  await sign.or(more).first().waitFor()
  if ((await sign.count()) > 0) return sign.first().click()
  await more.click()
  const entry = page.getByRole('menuitem', { name, exact: true })
  const choice = page.getByRole('menuitemcheckbox', { name, exact: true })
  await entry.or(choice).waitFor()
  if ((await entry.count()) > 0) return entry.click()
  // What is on or off leaves the menu open.
  await choice.click()
  await page.keyboard.press('Escape')
  await choice.waitFor({ state: 'detached' })
}
