/** What a benchmark of the app in Chromium is, and the figures it gives for the report. */
import type { BrowserContext } from 'playwright-core'
import type { Figure } from '../scenario.ts'

export interface DeviceSetting {
  /** A browser of a person's own, with its profile on the disk. */
  newDevice(): Promise<BrowserContext>
  /** Empty, this bench's own. */
  readonly folder: string
  /** Alternating runs of each way. */
  readonly runs: number
  readonly quick: boolean
  readonly seed: number
  /** Briefs of the workspace; null: the bench's own number. */
  readonly briefs: number | null
}

/** `server`: `ours`, or the name of what stands beside it. */
export interface DeviceFigure {
  readonly server: string
  readonly figure: Figure
}

export type DeviceBench = (setting: DeviceSetting) => Promise<DeviceFigure[]>

export const lower = (name: string, unit: string, value: number): Figure => ({
  case: name,
  unit,
  better: 'lower',
  value,
})

/** Forth and back, so that a drift of the machine favours nobody. */
export const inTurn = <T>(ways: readonly T[], run: number): readonly T[] =>
  run % 2 === 0 ? ways : ways.toReversed()
