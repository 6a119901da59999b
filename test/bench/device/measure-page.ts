/** Opens a page of the benchmark in a tab of its own and answers what it answers. */
import type { BrowserContext } from 'playwright-core'
import type * as z from 'zod'

const LONGEST_MS = 240_000

export async function measurePage<T>(
  context: BrowserContext,
  address: string,
  schema: z.ZodType<T>,
): Promise<T> {
  const page = await context.newPage()
  try {
    await page.goto(address)
    const body = page.locator('body[data-result], body[data-fault]')
    await body.waitFor({ state: 'attached', timeout: LONGEST_MS })
    const fault = await body.getAttribute('data-fault')
    if (fault !== null) throw new Error(`${address}: ${fault}`)
    return schema.parse(JSON.parse((await body.getAttribute('data-result')) ?? ''))
  } finally {
    await page.close()
  }
}
