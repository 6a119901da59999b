/** A journey: one story of real people through the built app. It throws when the story does not hold. */
import type { Browser } from 'playwright-core'

export interface Journey {
  readonly name: string
  run(browser: Browser): Promise<void>
}
