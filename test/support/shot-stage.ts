/** The world the pictures are taken in: an unowned relay, one with an empty workspace, one with a month of work, and a colleague. */
import type { Browser, Page } from 'playwright-core'
import { foundWorkspace, inviteLink, joinBy, openBrief } from '#test/journeys/people.ts'
import { startRelayProcess, type RelayProcess } from '#test/journeys/relay-process.ts'
import { seedWorkspace, type Seeded } from './seed-workspace.ts'

export interface Stage {
  readonly unowned: RelayProcess
  readonly empty: RelayProcess
  readonly emptyInvite: string
  readonly full: RelayProcess
  readonly seeded: Seeded
  readonly usedUpInvite: string
  /** The brief the colleague has open, with the cursor in its second selling point. */
  readonly shared: string
  close(): Promise<void>
}

export const colleague = 'Daniel Krause'

export async function setStage(browser: Browser): Promise<Stage> {
  const [unowned, empty, full] = await Promise.all([
    startRelayProcess(),
    startRelayProcess(),
    startRelayProcess(),
  ])
  const answer = await seedWorkspace(full.address, 'busy', 7, today())
  if (!answer.ok) throw new Error(answer.refusal)
  const seeded = answer.value

  const owner = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await foundWorkspace(owner, empty.address, 'zh', '山屿家居', '陈思远')
  const usedUpInvite = await inviteLink(owner, 'zh', 1)
  await joinBy(await newPage(browser), usedUpInvite, 'en', 'Ploy Srisai')
  const emptyInvite = await inviteLink(owner, 'zh', 20)

  const [first] = seeded.briefs
  if (first === undefined) throw new Error('the seed made no brief')
  const other = await newPage(browser)
  await joinBy(other, seeded.inviteLink, 'en', colleague)
  await openBrief(other, first.title)
  await other.locator('[data-part="points"] [data-look="line"] textarea').nth(1).focus()
  return {
    unowned,
    empty,
    emptyInvite,
    full,
    seeded,
    usedUpInvite,
    shared: first.title,
    async close() {
      await Promise.all([unowned.stop(), empty.stop(), full.stop()])
    },
  }
}

const newPage = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ locale: 'en-GB' })).newPage()

/** In a time zone's own days, as the wanted-by dates of the seed are. */
const today = (): string => new Date().toISOString().slice(0, 10)
