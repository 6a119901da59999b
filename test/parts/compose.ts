/** Types as a Chinese input method does: letters stand in the field underlined, keys go to the method, until a word is chosen. */
import type { Page } from 'playwright-core'

export async function composing(
  page: Page,
  letters: string,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', {
    text: letters,
    selectionStart: letters.length,
    selectionEnd: letters.length,
  })
  await meanwhile()
  await session.detach()
}

export async function choose(page: Page, word: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Input.insertText', { text: word })
  await session.detach()
}
