/** The open brief handed in and accepted by the one person there is, in Chinese. */
import type { Page } from 'playwright-core'
import { flowWords } from '#client/features/briefs/flow/words.ts'
import { press } from './people.ts'

export async function acceptBrief(page: Page): Promise<void> {
  const words = flowWords.zh
  await press(page, words.submit)
  const submitting = page.getByRole('dialog', { name: words.submitTitle })
  const why = submitting.getByLabel(words.whyNow)
  await submitting.waitFor()
  if ((await why.count()) > 0) await why.fill('样品周四到')
  await submitting.getByRole('button', { name: words.submit, exact: true }).click()
  await submitting.waitFor({ state: 'detached' })
  await press(page, words.accept)
  const accepting = page.getByRole('dialog', { name: words.acceptTitle })
  await accepting.getByRole('button', { name: words.accept, exact: true }).click()
  await accepting.waitFor({ state: 'detached' })
}
