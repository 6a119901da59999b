/** Figures as the page says them: charts of lines, each with its bar, its sample, its formula and the tasks behind it. */
import { formatNumber } from '#client/i18n/format.ts'
import { language } from '#client/i18n/language.ts'
import type { FigureBar } from '#client/ui/figure-line.tsx'
import type { BarPart } from '#client/ui/figure-list.tsx'
import { causeById } from '#shared/domain/tasks/causes.ts'
import type { Share, Spread } from '#shared/domain/tasks/figures/counts.ts'
import type { Figures } from '#shared/domain/tasks/figures/measure-tasks.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { figuresWords } from './words.ts'

export interface FigureRow {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly note: string
  readonly bar?: FigureBar
  readonly formula: string
  /** The longest stand first, and stay so. */
  readonly isRanked?: boolean
  /** The tasks counted, and the others it is measured against. */
  readonly tasks: readonly DocName[]
  readonly others: readonly DocName[]
}

export interface Chart {
  readonly id: string
  readonly title: string
  /** The unit of its axis. */
  readonly unit: string
  readonly legend?: readonly { readonly part: BarPart; readonly label: string }[]
  readonly rows: readonly FigureRow[]
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

type Said = Pick<FigureRow, 'value' | 'note' | 'bar' | 'isRanked' | 'tasks' | 'others'>

/** `nameOfStage`: as the SOP calls it. Charts without a line are left out. */
export function sayFigures(
  figures: Figures,
  nameOfStage: (id: string) => string,
): readonly Chart[] {
  const words = figuresWords[language()]
  const { formula } = words
  const named = (
    id: Exclude<keyof typeof formula & keyof typeof words, 'origin'>,
    said: Said,
  ): FigureRow => ({
    ...{ id, label: words[id], formula: formula[id] },
    ...said,
  })
  const longest = Math.max(...figures.stages.map(({ turnaround }) => longestOf(turnaround)), 1)
  const longestDay = Math.max(...[figures.lead, figures.cycle, figures.products].map(longestOf), 1)
  const rate = (share: Share): Said => sayShare(share, words.of)
  const charts: readonly Chart[] = [
    {
      ...{ id: 'quality', title: words.quality, unit: words.qualityNote },
      rows: [
        named('firstPass', rate(figures.firstPass)),
        named('rework', rate(figures.rework)),
        named('intensity', sayIntensity(figures.intensity)),
        named('escape', rate(figures.escape)),
        named('adherence', sayShare(figures.adherence, words.checks)),
        named('strict', rate(figures.strict)),
      ].filter(({ tasks, others }) => tasks.length + others.length > 0),
    },
    {
      ...{ id: 'punctual', title: words.punctual, unit: words.punctualNote },
      rows: [
        named('onTime', rate(figures.onTime)),
        ...(figures.onTimeNow === null ? [] : [named('onTimeNow', rate(figures.onTimeNow))]),
        named('flow', {
          ...sayShare(figures.flow, words.of),
          note: words.sample(count(figures.flow.cases)),
          ...(figures.flow.share === null ? { value: words.few } : {}),
        }),
      ].filter(({ tasks, others }) => tasks.length + others.length > 0),
    },
    {
      ...{ id: 'time', title: words.time, unit: words.timeNote },
      legend: (['reach', 'share'] as const).map((part) => ({ part, label: words.legend[part] })),
      rows: (['lead', 'cycle', 'products'] as const)
        .map((id) => named(id, saySpread(figures[id], dayMs, words.days, longestDay)))
        .filter(({ tasks }) => tasks.length > 0),
    },
    {
      ...{ id: 'causes', title: words.causes, unit: words.causesNote },
      rows: figures.causes.map(({ cause, share }) => ({
        ...{ id: cause, label: causeById(cause)[language()], formula: formula.cause },
        ...sayShare(share, words.rounds),
      })),
    },
    {
      ...{ id: 'origins', title: words.origins, unit: words.causesNote },
      rows: figures.origins.map(({ origin, share }) => ({
        ...{ id: origin, label: words.origin[origin], formula: formula.origin },
        ...sayShare(share, words.rounds),
      })),
    },
    {
      ...{ id: 'stages', title: words.stages, unit: words.stagesNote },
      legend: (['reach', 'share', 'part'] as const).map((part) => ({
        part,
        label: words.legend[part],
      })),
      rows: figures.stages
        .filter(({ turnaround }) => turnaround.cases.length > 0)
        .map(({ stage, turnaround, touch }) => {
          const said = saySpread(turnaround, hourMs, words.hours, longest)
          const part = (said.bar?.share ?? 0) * (touch.share ?? 0)
          return {
            ...{ id: stage, label: nameOfStage(stage), formula: formula.stage },
            ...said,
            ...(said.bar === undefined ? {} : { bar: { ...said.bar, part } }),
            note:
              touch.share === null
                ? said.note
                : `${said.note} · ${words.touched(percent(touch.share))}`,
          }
        }),
    },
    {
      ...{ id: 'kept', title: words.kept, unit: words.keptNote },
      rows: figures.stages
        .filter(({ kept }) => kept.of > 0)
        .map(({ stage, kept }) => ({
          ...{ id: stage, label: nameOfStage(stage), formula: formula.kept },
          ...sayShare(kept, words.visits),
        })),
    },
  ]
  return charts.filter(({ rows }) => rows.length > 0)
}

const count = (n: number): string => formatNumber(n)
const percent = (share: number): string =>
  formatNumber(share, { style: 'percent', maximumFractionDigits: 0 })
const tenth = (n: number): string => formatNumber(n, { maximumFractionDigits: n < 10 ? 1 : 0 })

/** Under five cases the count itself stands in the place of a percentage. */
function sayShare(share: Share, of: (top: string, all: string) => string): Said {
  const words = figuresWords[language()]
  const [tops, all] = [new Set(share.tops), share.all]
  const behind = { tasks: share.tops, others: all.filter((name) => !tops.has(name)) }
  if (share.share === null)
    return { ...behind, value: `${count(share.top)}/${count(share.of)}`, note: words.few }
  return {
    ...behind,
    value: percent(share.share),
    note: of(count(share.top), count(share.of)),
    bar: { share: share.share },
  }
}

function sayIntensity(intensity: Share): Said {
  const words = figuresWords[language()]
  const { bar: _, ...said } = sayShare(intensity, words.rounds)
  if (intensity.share === null) return said
  const rounds = formatNumber(intensity.share, { maximumFractionDigits: 2 })
  return { ...said, value: words.perTask(rounds) }
}

const longestOf = ({ p90 }: Spread): number => p90 ?? 0

/** Under five cases each of them is said. */
function saySpread(
  { cases, median, p90 }: Spread,
  unit: number,
  inUnit: (n: string) => string,
  longest: number,
): Said {
  const words = figuresWords[language()]
  const tasks = cases.toReversed().map(({ name }) => name)
  const said = (ms: number): string => inUnit(tenth(ms / unit))
  if (median === null || p90 === null)
    return {
      ...{ tasks, others: [], isRanked: true },
      value: inUnit(cases.map(({ ms }) => tenth(ms / unit)).join(' · ')),
      note: words.few,
    }
  return {
    ...{ tasks, others: [], isRanked: true, value: said(median) },
    note: words.sampleP90(count(cases.length), tenth(p90 / unit)),
    bar: { share: median / longest, reach: p90 / longest },
  }
}
