/**
 * Proves that the rules of the house are seen: plants a violation of each outside the project and runs the real
 * oxlint on it, then reads the real tree for what a linter cannot see.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { askOxlint, type OxlintAnswer } from '#test/support/ask-oxlint.ts'
import { plantedImports, type Planted } from '#test/support/planted-imports.ts'
import { projectFolder, readSourceTree } from '#test/support/source-tree.ts'
import { treeRules } from '#test/support/tree-rules.ts'

describe('what the linter must see', () => {
  let heard: OxlintAnswer
  beforeAll(() => {
    heard = askOxlint(plantedImports)
  })

  test('it reads every planted file', () => {
    expect(new Set(plantedImports.map(({ path }) => path)).size).toBe(plantedImports.length)
    expect(heard.number_of_files).toBe(plantedImports.length)
  })

  test.each(plantedImports.map((planted) => [title(planted), planted] as const))(
    '%s',
    (_, { path, rule, says }) => {
      const faults = heard.diagnostics.filter(({ filename }) => filename === path)
      if (rule === null) return expect(faults).toEqual([])
      const seen = faults.filter(
        ({ code, help }) => code.endsWith(`(${rule})`) && (help ?? '').includes(says ?? ''),
      )
      expect(seen, `heard instead: ${JSON.stringify(faults)}`).not.toEqual([])
    },
  )

  test('every folder has a list of its own', () => {
    const lists = readFileSync(join(projectFolder, '.oxlintrc.json'), 'utf8')
    const folders = ['shared', 'client', 'server', 'client/features'].flatMap(foldersIn)
    const without = folders
      .filter((folder) => folder !== 'client/features' && folder !== 'server/http')
      .filter((folder) => !lists.includes(`"**/${folder}/**"`))
    expect(folders).toContain('shared/domain')
    expect(without, 'give the folder its own complete list in .oxlintrc.json').toEqual([])
  })
})

describe('what the tree must hold to', () => {
  const tree = readSourceTree()

  test('the whole tree is read', () => {
    const paths = new Set(tree.map(({ path }) => path))
    for (const known of ['package.json', 'shared/lib/ids.ts', 'test/architecture.test.ts']) {
      expect(paths).toContain(known)
    }
  })

  for (const rule of treeRules) {
    test(rule.name, () => {
      expect(rule.applies(rule.planted.path), 'the rule reads its planted file').toBe(true)
      expect(rule.faults(rule.planted), 'the rule sees its planted fault').toHaveLength(1)
      expect(tree.filter(({ path }) => rule.applies(path)).flatMap(rule.faults)).toEqual([])
    })
  }
})

function title({ path, text, rule }: Planted): string {
  const what = text.trim().replaceAll('\n', ' ')
  return rule === null ? `${path} may say: ${what}` : `${path} must not say: ${what}`
}

function foldersIn(parent: string): string[] {
  const whole = join(projectFolder, parent)
  if (!existsSync(whole)) return []
  return readdirSync(whole, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(whole, entry.name)).length > 0)
    .map((entry) => `${parent}/${entry.name}`)
}
