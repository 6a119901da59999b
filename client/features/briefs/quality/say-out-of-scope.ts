/** What a brief chose outside the workspace's scope, by name. */
import { language } from '#client/i18n/language.ts'
import type { Brief } from '#shared/domain/briefs/brief.ts'
import { categories } from '#shared/domain/choices/categories.ts'
import { languageById } from '#shared/domain/choices/languages.ts'
import { marketById } from '#shared/domain/choices/markets.ts'
import { platformById } from '#shared/domain/choices/platforms.ts'
import { outOfScope, type OutOfScope } from '#shared/domain/workspace/out-of-scope.ts'
import type { Scope } from '#shared/domain/workspace/workspace.ts'

export const sayOutOfScope = (brief: Brief, scope: Scope | null): string[] =>
  scope === null ? [] : outOfScope(brief, scope).map(nameOf)

function nameOf({ group, id }: OutOfScope): string {
  switch (group) {
    case 'platforms':
      return platformById(id)?.[language()] ?? id
    case 'markets':
      return marketById(id)?.[language()] ?? id
    case 'categories':
      return categories.find((one) => one.id === id)?.[language()] ?? id
    case 'languages':
      return languageById(id)?.[language()] ?? id
  }
}
