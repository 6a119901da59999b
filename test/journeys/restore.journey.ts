/** An older backup comes back while people work: who joined after it opens an invite again, and nothing anyone did is missing. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { appWords } from '#client/app/words.ts'
import { briefWords } from '#client/features/briefs/words.ts'
import type { Journey } from './journey.ts'
import {
  addPoint,
  foundWorkspace,
  holds,
  inviteLink,
  joinBy,
  openBrief,
  settled,
} from './people.ts'
import { startRelayProcess } from './relay-process.ts'

export const restore: readonly Journey[] = [
  { name: 'a colleague who joined after the backup comes back with an invite', run: story },
]

const title = 'Yoga set'

async function story(browser: Browser): Promise<void> {
  const relay = await startRelayProcess()
  const backup = join(relay.dataDir, '..', `asterism-backup-${process.pid}.sqlite`)
  const command = (name: 'backup' | 'restore'): Promise<void> => run(name, backup, relay.dataDir)
  try {
    const owner = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
    await foundWorkspace(owner, relay.address, 'zh', '山屿家居', '陈思远')
    await owner.getByRole('button', { name: briefWords.zh.newBrief, exact: true }).first().click()
    await owner.getByLabel(briefWords.zh.title, { exact: true }).fill(title)
    await settled(owner, 'zh')
    const link = await inviteLink(owner, 'zh')
    await openBrief(owner, title)
    await command('backup')

    const colleague = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    await joinBy(colleague, link, 'en', 'Julia Brandt')
    await openBrief(colleague, title)
    await addPoint(colleague, briefWords.en, 'Grips on tile with wet feet')
    await settled(colleague, 'en')
    await holds(owner, 'Grips on tile with wet feet')

    await command('restore')
    await settled(owner, 'zh')
    await colleague.getByText(appWords.en.signedOut).first().waitFor()
    await addPoint(colleague, briefWords.en, 'Fits the small carry bag')
    await joinBy(colleague, link, 'en', 'Julia Brandt')
    await settled(colleague, 'en')
    await holds(owner, 'Grips on tile with wet feet')
    await holds(owner, 'Fits the small carry bag')
  } finally {
    await relay.stop()
    await rm(backup, { force: true })
  }
}

async function run(name: string, file: string, dataDir: string): Promise<void> {
  const child = spawn(process.execPath, ['server/start.mjs', name, file], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: 'inherit',
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${name} ended with ${String(code)}`)
}
