/**
 * What somebody changes in a draft of the SOP, each a function from one draft to the next. The way has two halves, what is
 * done once for a master and what is done for each language and platform; paths and activations follow from their order.
 * Left out: whether the draft holds (judge-sop.ts), what differs from before (compare-sops.ts).
 */
import type { DeliverableKind } from '#shared/domain/choices/deliverables.ts'
import type { MemberFunction } from '#shared/lib/access.ts'
import type { SopContent } from './sop-text.ts'
import type { Activation, SopCheck, SopStage, StageDoing } from './sop.ts'

export type Half = 'master' | 'adaptation'
export type Gatepost = 'entry' | 'exit'

/** Ids of the stages somebody works in. */
export const halfOf = (sop: Pick<SopContent, 'paths'>, half: Half): readonly string[] =>
  sop.paths[half].slice(0, -1)

export const changeStage = (
  sop: SopContent,
  id: string,
  change: (stage: SopStage) => SopStage,
): SopContent => ({
  ...sop,
  stages: sop.stages.map((stage) => (stage.id === id ? change(stage) : stage)),
})

/** Said in both languages: a translation of the old name would be wrong. */
export const renameStage = (sop: SopContent, id: string, name: string): SopContent =>
  changeStage(sop, id, (stage) => ({ ...stage, zh: name, en: name }))

/** In one language alone. */
export const translateName = (
  sop: SopContent,
  id: string,
  language: 'zh' | 'en',
  name: string,
): SopContent => changeStage(sop, id, (stage) => ({ ...stage, [language]: name }))

export const setDoing = (sop: SopContent, id: string, does: StageDoing): SopContent =>
  changeStage(sop, id, (stage) => ({ ...stage, does }))

export const setOwner = (
  sop: SopContent,
  id: string,
  kind: DeliverableKind,
  job: MemberFunction,
): SopContent =>
  changeStage(sop, id, (stage) => {
    const { owner } = stage
    const before =
      owner === null || typeof owner === 'string'
        ? { image: owner ?? job, video: owner ?? job, copy: owner ?? job, mixed: owner ?? job }
        : owner
    const next = { ...before, [kind]: job }
    const isOne = new Set(Object.values(next)).size === 1
    return { ...stage, owner: isOne ? job : next }
  })

/** 0: the deliverable does not walk the stage. */
export const setHours = (
  sop: SopContent,
  id: string,
  deliverable: string,
  hours: number,
): SopContent => ({
  ...sop,
  hours: { ...sop.hours, [deliverable]: { ...sop.hours[deliverable], [id]: hours } },
})

export const changeChecks = (
  sop: SopContent,
  id: string,
  post: Gatepost,
  change: (checks: readonly SopCheck[]) => readonly SopCheck[],
): SopContent => changeStage(sop, id, (stage) => ({ ...stage, [post]: change(stage[post]) }))

export const addStage = (
  sop: SopContent,
  half: Half,
  stage: { readonly id: string; readonly name: string; readonly owner: MemberFunction },
): SopContent => {
  const { id, name, owner } = stage
  const fresh: SopStage = {
    ...{ id, zh: name, en: name, owner, does: 'reviews', activation: 'previous', hours: 2 },
    ...{ entry: [], exit: [] },
  }
  const added = { ...sop, stages: [...sop.stages, fresh] }
  return inOrder(added, { ...halvesOf(sop), [half]: [...halfOf(sop, half), id] })
}

/** Tasks that stand in it keep their version, and it with them. */
export const removeStage = (sop: SopContent, id: string): SopContent => {
  const { master, adaptation } = halvesOf(sop)
  const without = (ids: readonly string[]): readonly string[] => ids.filter((one) => one !== id)
  const hours = Object.fromEntries(
    Object.entries(sop.hours).map(([deliverable, own]) => {
      const { [id]: _gone, ...kept } = own
      return [deliverable, kept]
    }),
  )
  const left = { ...sop, hours, stages: sop.stages.filter((stage) => stage.id !== id) }
  return inOrder(left, { master: without(master), adaptation: without(adaptation) })
}

/** Within its half, before another of them; null: to its end. */
export function moveStage(sop: SopContent, id: string, before: string | null): SopContent {
  const halves = halvesOf(sop)
  const half: Half = halves.master.includes(id) ? 'master' : 'adaptation'
  const rest = halves[half].filter((one) => one !== id)
  const at = before === null ? rest.length : rest.indexOf(before)
  if (at < 0) return sop
  return inOrder(sop, { ...halves, [half]: [...rest.slice(0, at), id, ...rest.slice(at)] })
}

type Halves = Readonly<Record<Half, readonly string[]>>

const halvesOf = (sop: SopContent): Halves => ({
  master: halfOf(sop, 'master'),
  adaptation: halfOf(sop, 'adaptation'),
})

/** Paths, activations and the order of stages as the halves say. */
function inOrder(sop: SopContent, { master, adaptation }: Halves): SopContent {
  const [passed, over] = [sop.paths.master.at(-1) ?? '', sop.paths.adaptation.at(-1) ?? '']
  const place = new Map([...master, passed, ...adaptation, over].map((id, at) => [id, at]))
  const beginsBy: Record<string, Activation> = {
    ...(master[0] === undefined ? {} : { [master[0]]: 'created' }),
    ...(adaptation[0] === undefined ? {} : { [adaptation[0]]: 'master-passed' }),
  }
  const usual = (activation: Activation): Activation =>
    activation === 'created' || activation === 'master-passed' ? 'previous' : activation
  return {
    ...sop,
    passedAfter: master.at(-1) ?? '',
    translating: adaptation.includes(sop.translating) ? sop.translating : '',
    paths: {
      master: [...master, passed],
      adaptation: [...adaptation, over],
      whole: [...master, ...adaptation, over],
    },
    stages: sop.stages
      .map((stage) => ({ ...stage, activation: beginsBy[stage.id] ?? usual(stage.activation) }))
      .sort((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0)),
  }
}
