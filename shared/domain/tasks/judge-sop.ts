/**
 * Whether a version of the SOP holds: every rule it breaks, named with the stage at fault. What breaks one is not published,
 * and never used to begin work.
 */
import { deliverables } from '#shared/domain/choices/deliverables.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { SopContent } from './sop-text.ts'
import { hoursOf, pathNames, stageById, type SopCheck, type SopStage } from './sop.ts'

/** `stage`: its id. */
export type SopProblem =
  | {
      readonly code: 'no-name' | 'same-name' | 'unreachable' | 'empty-check'
      readonly stage: string
    }
  | { readonly code: 'no-stages'; readonly half: 'master' | 'adaptation' }
  | { readonly code: 'broken-path' }
  | { readonly code: 'too-many-stages'; readonly count: number; readonly limit: number }
  | {
      readonly code: 'too-many-checks' | 'name-too-long' | 'check-too-long' | 'hours'
      readonly stage: string
      readonly limit: number
    }
  | { readonly code: 'rework' | 'too-long'; readonly limit: number }

/** `length`: of its text, in characters. */
export function judgeSop(sop: SopContent, length = 0): readonly SopProblem[] {
  const { stages, paths, reworkRounds } = sop
  const worked = stages.filter(({ owner }) => owner !== null)
  return [
    ...(worked.length > limits.sopStages
      ? [{ code: 'too-many-stages', count: worked.length, limit: limits.sopStages } as const]
      : []),
    ...(['master', 'adaptation'] as const).flatMap((half) =>
      paths[half].length < 2 ? [{ code: 'no-stages', half } as const] : [],
    ),
    ...(areWhole(sop) ? [] : [{ code: 'broken-path' } as const]),
    ...stages.flatMap((stage) => judgeStage(sop, stage)),
    ...(isWithin(reworkRounds, limits.sopReworkRounds) && Number.isInteger(reworkRounds)
      ? []
      : [{ code: 'rework', limit: limits.sopReworkRounds } as const]),
    ...(length > limits.sopTextCharacters
      ? [{ code: 'too-long', limit: limits.sopTextCharacters } as const]
      : []),
  ]
}

function judgeStage(sop: SopContent, stage: SopStage): readonly SopProblem[] {
  const { id, zh, en, entry, exit, owner } = stage
  const problems: SopProblem[] = []
  const names = [zh.trim(), en.trim()]
  if (names.includes('')) problems.push({ code: 'no-name', stage: id })
  if (names.some((name) => name.length > limits.sopNameCharacters))
    problems.push({ code: 'name-too-long', stage: id, limit: limits.sopNameCharacters })
  const others = sop.stages.filter((one) => one !== stage)
  if (others.some((one) => one.zh.trim() === names[0] || one.en.trim() === names[1]))
    problems.push({ code: 'same-name', stage: id })
  if (owner !== null && !isWalked(sop, stage)) problems.push({ code: 'unreachable', stage: id })
  const own = Object.values(sop.hours).flatMap((hours) => hours[id] ?? [])
  if (![stage.hours, ...own].every((hours) => isWithin(hours, limits.sopStageHours)))
    problems.push({ code: 'hours', stage: id, limit: limits.sopStageHours })
  for (const checks of [entry, exit]) problems.push(...judgeChecks(id, checks))
  return problems
}

function judgeChecks(stage: string, checks: readonly SopCheck[]): readonly SopProblem[] {
  const texts = checks.flatMap(({ zh, en }) => [zh.trim(), en.trim()])
  return [
    ...(checks.length > limits.sopChecks
      ? [{ code: 'too-many-checks', stage, limit: limits.sopChecks } as const]
      : []),
    ...(texts.includes('') ? [{ code: 'empty-check', stage } as const] : []),
    ...(texts.some((text) => text.length > limits.sopCheckCharacters)
      ? [{ code: 'check-too-long', stage, limit: limits.sopCheckCharacters } as const]
      : []),
  ]
}

/** On some path, with working time for some deliverable. */
const isWalked = (sop: SopContent, stage: SopStage): boolean =>
  pathNames.some((path) => sop.paths[path].slice(0, -1).includes(stage.id)) &&
  deliverables.some(({ id }) => hoursOf(sop, stage, id) > 0)

/** Paths are made of stages there are, each once, and end where nobody works; a master passes on its own way. */
function areWhole({ stages, paths, passedAfter }: SopContent): boolean {
  const isOnce = (ids: readonly string[]): boolean => new Set(ids).size === ids.length
  const holds = (path: readonly string[]): boolean =>
    isOnce(path) &&
    path.every((id, at) => {
      const stage = stageById({ stages }, id)
      return stage !== null && (stage.owner === null) === (at === path.length - 1)
    })
  return (
    isOnce(stages.map(({ id }) => id)) &&
    pathNames.every((name) => holds(paths[name])) &&
    paths.master.slice(0, -1).includes(passedAfter) &&
    paths.whole.includes(passedAfter)
  )
}

const isWithin = (value: number, most: number): boolean =>
  Number.isFinite(value) && value >= 0 && value <= most
