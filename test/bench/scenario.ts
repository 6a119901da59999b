/** What a scenario is: one measurement of one relay in one run, giving figures that the report combines over runs. */
import type { ServerName } from './servers/commands.ts'

export interface Setting {
  readonly server: ServerName
  /** An empty folder of this run's own. */
  readonly folder: string
  /** Kept for all runs of this bench: stored documents are made once per relay and copied from here. */
  readonly shelf: string
  readonly quick: boolean
  readonly seed: number
  /** From 0. */
  readonly run: number
}

export interface Figure {
  readonly case: string
  readonly unit: string
  readonly better: 'higher' | 'lower'
  readonly value: number
  /** Server CPU seconds in the measured span. */
  readonly cpu?: number
  /** Generator CPU ÷ elapsed; above about 0.9 the value is a lower bound set by the generator. */
  readonly generator?: number
  /** Cores kept busy by anything else on the machine meanwhile: above about 0.2 the run was disturbed. */
  readonly elsewhere?: number
  /** Instead of a median over runs: things lost, and of how many, in each round. */
  readonly rounds?: readonly { readonly lost: number; readonly of: number }[]
}

export interface Scenario {
  readonly name: string
  readonly servers: readonly ServerName[]
  /** How many runs a relay gets when `asked` were asked for (durability counts rounds in groups). */
  readonly runs?: (
    server: ServerName,
    asked: { runs: number; rounds: number | null; quick: boolean },
  ) => number
  readonly measure: (setting: Setting) => Promise<Figure[]>
}
