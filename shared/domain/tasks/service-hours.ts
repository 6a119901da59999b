/**
 * How long each stage takes for each deliverable, in working hours: starting values, not measured. A data table of the shipped
 * SOP; 0 means that the deliverable does not walk the stage.
 */
const stages = [
  'planning',
  'draft',
  'cross-review',
  'localisation',
  'compliance',
  'platform-adaptation',
] as const

const table: Readonly<Record<string, readonly number[]>> = {
  'main-image': [3, 6, 2, 0, 2, 2],
  'secondary-image': [3, 6, 2, 3, 2, 2],
  'scene-image': [4, 10, 2, 2, 3, 2],
  'feature-image': [3, 7, 2, 3, 2, 2],
  'size-chart': [1, 3, 1, 3, 1, 1],
  'aplus-module': [5, 10, 3, 5, 3, 2],
  'ebc-module': [5, 9, 3, 5, 3, 2],
  'brand-story': [8, 14, 3, 6, 3, 2],
  'short-video': [6, 16, 3, 5, 3, 3],
  'live-script': [6, 8, 3, 8, 3, 1],
  'ad-creative': [4, 8, 2, 3, 3, 2],
  'detail-page': [8, 20, 4, 8, 4, 4],
  title: [1, 2, 1, 1, 1, 1],
  'item-highlights': [1, 1, 1, 1, 1, 1],
  bullets: [2, 4, 1, 3, 2, 1],
  description: [2, 4, 1, 4, 2, 1],
  'search-terms': [2, 2, 1, 3, 1, 1],
  subtitles: [0, 3, 1, 4, 1, 1],
}

export const serviceHours: Readonly<Record<string, Readonly<Record<string, number>>>> =
  Object.fromEntries(
    Object.entries(table).map(([deliverable, hours]) => [
      deliverable,
      Object.fromEntries(stages.map((stage, at) => [stage, hours[at] ?? 0])),
    ]),
  )
