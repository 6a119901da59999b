/** Runs one benchmark of the app in Chromium. */
import { buildOurs } from '../prepare.ts'
import type { DeviceFigure, DeviceSetting } from './device-bench.ts'
import { brief } from './brief.ts'
import { importing } from './import.ts'
import { mirror } from './mirror.ts'
import { openDevices } from './open-devices.ts'
import { replica } from './replica.ts'
import { start } from './start.ts'

export const deviceBenches = { replica, start, mirror, brief, import: importing } as const
export type DeviceBenchName = keyof typeof deviceBenches

export async function runDevice(
  name: DeviceBenchName,
  setting: Omit<DeviceSetting, 'newDevice'>,
): Promise<DeviceFigure[]> {
  buildOurs()
  const devices = openDevices(setting.folder)
  try {
    return await deviceBenches[name]({ ...setting, newDevice: devices.open })
  } finally {
    await devices.close()
  }
}
