/** What a brief chose that the workspace does not work on, by group, each once. An empty group of the scope holds everything. */
import type { Brief } from '#shared/domain/briefs/brief.ts'
import { categoryOf } from '#shared/domain/choices/categories.ts'
import { languageOf } from '#shared/domain/choices/languages.ts'
import { scopeGroups, type Scope, type ScopeGroup } from './workspace.ts'

export interface OutOfScope {
  readonly group: ScopeGroup
  readonly id: string
}

export function outOfScope({ targets, products }: Brief, scope: Scope): OutOfScope[] {
  const chosen: Readonly<Record<ScopeGroup, readonly string[]>> = {
    platforms: targets.map(({ platform }) => platform).filter((platform) => platform !== '-'),
    markets: targets.map(({ market }) => market),
    categories: products.flatMap(({ category }) => categoryOf(category)?.id ?? []),
    languages: targets.flatMap(({ locale }) => languageOf(locale)?.id ?? []),
  }
  return scopeGroups.flatMap((group) =>
    scope[group].length === 0
      ? []
      : [...new Set(chosen[group])]
          .filter((id) => !scope[group].includes(id))
          .map((id) => ({ group, id })),
  )
}
