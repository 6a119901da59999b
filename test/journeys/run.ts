/**
 * Runs the journeys: the built app and relay in real Chromium, one after another. The last line alone is
 * `N passed, N failed`. `npm run test:journeys -- WORD` runs those whose name contains WORD, `--once` each story once.
 * A journey fails, too, when one of its pages went wrong unseen (watched.ts).
 * A failed journey leaves a picture of every open page in test-results/.
 */
import { mkdir } from 'node:fs/promises'
import { chromium, type Browser } from 'playwright-core'
import { findChromium } from '#test/support/chromium.mjs'
import { access } from './access.journey.ts'
import { badInput } from './bad-input.journey.ts'
import { badMoments } from './bad-moments.journey.ts'
import { byKeyboard } from './by-keyboard.journey.ts'
import { demo } from './demo.journey.ts'
import { estimates } from './estimate.journey.ts'
import { files } from './files.journey.ts'
import { formJourneys } from './form.journey.ts'
import { flow } from './flow.journey.ts'
import { frontScreens } from './front-screens.journey.ts'
import { guest } from './guest.journey.ts'
import { handover } from './handover.journey.ts'
import type { Journey } from './journey.ts'
import { history } from './history.journey.ts'
import { importing } from './import.journey.ts'
import { install } from './install.journey.ts'
import { offlineStart } from './offline-start.journey.ts'
import { message } from './message.journey.ts'
import { oneBriefTwoDevices } from './one-brief-two-devices.journey.ts'
import { production } from './production.journey.ts'
import { restore } from './restore.journey.ts'
import { search } from './search.journey.ts'
import { secondDevice } from './second-device.journey.ts'
import { room } from './room.journey.ts'
import { talk } from './talk.journey.ts'
import { tasks } from './tasks.journey.ts'
import { tasksAtOnce } from './tasks-at-once.journey.ts'
import { sop } from './sop.journey.ts'
import { statusJourneys } from './status.journey.ts'
import { wholeAppByKeyboard } from './whole-app-by-keyboard.journey.ts'
import { team } from './team.journey.ts'
import { told } from './told.journey.ts'
import { train } from './train.journey.ts'
import { twoTabs } from './two-tabs.journey.ts'
import { update } from './update.journey.ts'
import { checkWatch, watched } from './watched.ts'
import { workspaceFile } from './workspace-file.journey.ts'
import { workspaces } from './workspaces.journey.ts'

const all: readonly Journey[] = [
  ...oneBriefTwoDevices,
  ...importing,
  ...flow,
  ...tasks,
  ...sop,
  ...tasksAtOnce,
  ...production,
  ...estimates,
  ...demo,
  ...twoTabs,
  ...frontScreens,
  ...byKeyboard,
  ...history,
  ...search,
  ...restore,
  ...offlineStart,
  ...update,
  ...install,
  ...statusJourneys,
  ...train,
  ...room,
  ...secondDevice,
  ...access,
  ...talk,
  ...told,
  ...handover,
  ...message,
  ...guest,
  ...files,
  ...formJourneys,
  ...workspaceFile,
  ...workspaces,
  ...wholeAppByKeyboard,
  ...team,
  ...badInput,
  ...badMoments,
]

const once = process.argv.includes('--once')
const wanted = process.argv.slice(2).find((word) => word !== '--once')
const browser = await chromium.launch({ executablePath: await findChromium() })
await checkWatch(browser)
let passed = 0
let failed = 0
for (const journey of all) {
  if (wanted !== undefined && !journey.name.includes(wanted)) continue
  if (once && journey.isTwin === true) continue
  const started = performance.now()
  const fault = await attempt(journey, browser)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (fault === null) {
    passed += 1
    console.log(`ok    ${journey.name} (${seconds} s)`)
  } else {
    failed += 1
    console.log(`FAIL  ${journey.name} (${seconds} s)\n${fault.stack ?? fault.message}`)
  }
}
await browser.close()
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

async function attempt(journey: Journey, on: Browser): Promise<Error | null> {
  const before = new Set(on.contexts())
  const faults: string[] = []
  try {
    const tell = (fault: string): void => {
      if (journey.refuses?.test(fault) !== true) faults.push(fault)
    }
    await journey.run(watched(on, tell))
    return faults.length === 0 ? null : new Error(faults.join('\n'))
  } catch (thrown) {
    for (const fault of faults) console.log(`      ${fault}`)
    await mkdir('test-results', { recursive: true })
    const pages = on
      .contexts()
      .filter((context) => !before.has(context))
      .flatMap((context) => context.pages())
    for (const [index, page] of pages.entries()) {
      const file = `test-results/${journey.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${index}.png`
      await page.screenshot({ path: file }).catch(() => undefined)
      console.log(`      picture: ${file}`)
    }
    return thrown instanceof Error ? thrown : new Error(String(thrown))
  } finally {
    for (const context of on.contexts()) if (!before.has(context)) await context.close()
  }
}
