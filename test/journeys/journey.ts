/** A journey: one story of real people through the built app. It throws when the story does not hold. */
import type { Browser } from 'playwright-core'

export interface Journey {
  readonly name: string
  /** The same story in the other language or on the other size: `npm test` takes each story once. */
  readonly isTwin?: true
  /** What the page's own policy must refuse in this story, such as the handlers in a hostile paste; no fault then. */
  readonly refuses?: RegExp
  run(browser: Browser): Promise<void>
}
