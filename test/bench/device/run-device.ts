/** Runs one benchmark of the app in a Chromium of its own. */
import { chromium } from 'playwright-core'
import { findChromium } from '#test/support/chromium.mjs'
import { buildOurs } from '../prepare.ts'
import type { DeviceFigure, DeviceSetting } from './device-bench.ts'
import { brief } from './brief.ts'
import { importing } from './import.ts'
import { mirror } from './mirror.ts'
import { replica } from './replica.ts'
import { start } from './start.ts'

export const deviceBenches = { replica, start, mirror, brief, import: importing } as const
export type DeviceBenchName = keyof typeof deviceBenches

export async function runDevice(
  name: DeviceBenchName,
  setting: Omit<DeviceSetting, 'browser'>,
): Promise<DeviceFigure[]> {
  buildOurs()
  // A hundred microseconds is what pages are told without this; one changed field costs less.
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--enable-blink-features=ForceHighResolutionTime', '--enable-precise-memory-info'],
  })
  try {
    return await deviceBenches[name]({ ...setting, browser })
  } finally {
    await browser.close()
  }
}
