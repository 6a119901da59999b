/**
 * Rules of the house that a linter cannot see, each a pure function from a file to what is wrong in it.
 * Import directions and bans on syntax are in .oxlintrc.json.
 */
import type { SourceFile } from './source-tree.ts'

export interface TreeRule {
  readonly name: string
  readonly applies: (path: string) => boolean
  /** What is wrong, as a sentence that says what to do; nothing when all is well. */
  readonly faults: (file: SourceFile) => string[]
  /** A file in which the rule must find a fault, so that the rule is known to work. */
  readonly planted: SourceFile
}

const ships = (path: string): boolean => /^(shared|client|server)\//.test(path)
const isCode = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path)

/** Data tables may be as long as their data. Each stands here by name. */
const tables: ReadonlySet<string> = new Set([
  'shared/domain/demo/themes/first.ts',
  'shared/domain/demo/themes/second.ts',
  'shared/domain/demo/themes/third.ts',
])

const banned = ['manager', 'handler', 'helper', 'processor', 'util', 'data', 'misc']
const bannedWord = new RegExp(`^(${banned.join('|')})s?$`, 'i')
const sayBusiness = 'say what it is in the words of the business'

const line = (text: string, at: number): number => text.slice(0, at).split('\n').length

function everyMatch(pattern: RegExp, advice: string): (file: SourceFile) => string[] {
  return ({ path, text }) =>
    [...text.matchAll(pattern)].map(
      (found) => `${path}:${line(text, found.index)} ${found[0].trim()}: ${advice}`,
    )
}

export const treeRules: readonly TreeRule[] = [
  {
    name: 'documents never nest a shared type',
    applies: (path) => path.startsWith('shared/documents/') && isCode(path),
    faults: everyMatch(
      /new\s+(?:Y\s*\.\s*|Y)(?:Map|Array|Text)\b/g,
      'two devices creating it at one key lose a side. Use a root type with a fixed name.',
    ),
    planted: { path: 'shared/documents/x.ts', text: "fields.set('a', new Y.Map())" },
  },
  {
    name: 'nothing suspends',
    applies: (path) => path.startsWith('client/') && isCode(path),
    faults: everyMatch(
      /^import \{[^}]*\b(?:lazy|Suspense|createResource|createAsync)\b[^}]*\} from '(?:solid-js|@solidjs\/router)'/gm,
      'a navigation would wait for it, perhaps for ever. Use later() of client/ui.',
    ),
    planted: { path: 'client/app/x.tsx', text: "import { lazy, Show } from 'solid-js'" },
  },
  {
    name: 'a name says what the business says, in files',
    applies: isCode,
    faults: ({ path }) =>
      path
        .split(/[/.-]/)
        .filter((word) => bannedWord.test(word))
        .map((word) => `${path}: "${word}" says nothing, ${sayBusiness}.`),
    planted: { path: 'client/features/briefs/brief-utils.ts', text: '' },
  },
  {
    name: 'a name says what the business says, in exports',
    applies: (path) => ships(path) && isCode(path),
    faults: ({ path, text }) =>
      [
        ...text.matchAll(
          /^export (?:async )?(?:const|let|function\*?|class|interface|type) (\w+)/gm,
        ),
      ]
        .filter((found) => wordsOf(found[1] ?? '').some((word) => bannedWord.test(word)))
        .map((found) => `${path}:${line(text, found.index)} ${found[1]}: ${sayBusiness}.`),
    planted: { path: 'server/log/log.ts', text: 'export function rowHandler() {}' },
  },
  {
    name: 'one file, one idea: 400 lines at most',
    applies: (path) => isCode(path) && !tables.has(path),
    faults: ({ path, text }) => {
      const lines = text.trimEnd().split('\n').length
      return lines > 400 ? [`${path} has ${lines} lines: split it by idea.`] : []
    },
    planted: { path: 'client/app/long.ts', text: 'x\n'.repeat(401) },
  },
  {
    name: 'no default export',
    applies: (path) => isCode(path) && !/^[\w.]+\.config\.ts$/.test(path),
    faults: everyMatch(/^export\s+(default\b|\{[^}]*\bas default\b)/gm, 'export it by its name.'),
    planted: { path: 'client/app/shell.tsx', text: 'export default function Shell() {}' },
  },
  {
    name: 'no barrel file',
    applies: (path) => ships(path) && isCode(path),
    faults: everyMatch(
      /^export\s+(type\s+)?(\*|\{[^}]*\})[^'"\n]*from\s*['"]/gm,
      'import from the file that owns it.',
    ),
    planted: { path: 'shared/lib/index.ts', text: "export { ok } from './result.ts'" },
  },
  {
    name: 'no enum',
    applies: isCode,
    faults: everyMatch(
      /^(export\s+)?(declare\s+)?(const\s+)?enum\s+\w+/gm,
      'use a union of strings.',
    ),
    planted: { path: 'shared/domain/x.ts', text: 'export enum Stage { Draft }' },
  },
  {
    name: "no path of one person's machine",
    applies: () => true,
    faults: everyMatch(
      // Written in pieces, so that this file does not name what it forbids.
      new RegExp(
        `(?<![\\w.:/}-])/(${['work', 'root', 'home', 'Users'].join('|')})/[\\w.]+|\\.\\./${'shared'}/(?!\\w+\\.tsx?)|\\.\\./\\.${'library'}`,
        'g',
      ),
      'the project must build anywhere. Use a path from its root.',
    ),
    planted: { path: 'docs/how.md', text: `see ${['', 'home', 'li', 'asterism'].join('/')}` },
  },
]

/** `rowHandler2` → row, Handler: the words of a camelCase name. */
function wordsOf(name: string): string[] {
  return name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []
}
