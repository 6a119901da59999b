/**
 * One violation per rule of .oxlintrc.json, and neighbours that are allowed. `architecture.test.ts` writes them into
 * a folder outside the project and asks the real oxlint.
 */
export interface Planted {
  readonly path: string
  readonly text: string
  /** The rule that must speak, or null when this file must pass. */
  readonly rule: string | null
  /** A piece of the sentence shown, where a folder has its own. */
  readonly says?: string
}

const imports = (path: string, what: string, says: string): Planted => ({
  path,
  text: `import '${what}'\n`,
  rule: 'no-restricted-imports',
  says,
})
const allowed = (path: string, ...what: string[]): Planted => ({
  path,
  text: what.map((name) => `import '${name}'\n`).join(''),
  rule: null,
})
const breaks = (path: string, text: string, rule: string): Planted => ({ path, text, rule })

const bans: readonly Planted[] = [
  imports('shared/lib/a1.ts', '#shared/domain/briefs/brief.ts', 'shared/lib imports nothing'),
  imports('shared/lib/a2.ts', 'zod/mini', 'shared/lib imports nothing'),
  imports('shared/domain/briefs/a1.ts', '#shared/documents/roots.ts', 'plain values'),
  imports('shared/domain/briefs/a2.ts', 'yjs', 'plain values'),
  imports('shared/domain/briefs/a3.ts', '#shared/protocol/frames.ts', 'plain values'),
  imports('shared/domain/briefs/a4.ts', 'node:fs', 'plain values'),
  imports('shared/domain/briefs/a5.ts', 'solid-js', 'plain values'),
  imports('shared/domain/briefs/a6.ts', 'zod', 'plain values'),
  imports('shared/domain/briefs/a7.ts', '../../documents/roots.ts', 'plain values'),
  imports('shared/domain/briefs/a8.ts', '#client/live/follow.ts', 'plain values'),
  imports('shared/documents/a1.ts', '#client/live/follow.ts', 'shared/documents may use'),
  imports('shared/documents/a2.ts', '#shared/protocol/frames.ts', 'shared/documents may use'),
  imports('shared/documents/a3.ts', 'solid-js', 'shared/documents may use'),
  imports('shared/documents/a4.ts', 'y-websocket', 'shared/documents may use'),
  imports('shared/records/a1.ts', 'yjs', 'signed facts'),
  imports('shared/records/a2.ts', '#shared/documents/roots.ts', 'signed facts'),
  imports('shared/protocol/a1.ts', '#shared/domain/briefs/brief.ts', 'what travels'),
  imports('shared/protocol/a2.ts', 'hono', 'what travels'),
  imports('shared/protocol/a3.ts', 'yjs', 'what travels'),
  imports('shared/newcomer/a1.ts', 'yjs', 'needs its own list'),
  imports('client/main.tsx', '#server/app.ts', 'only through #shared/protocol'),
  imports('client/i18n/a1.ts', '#client/ui/button.tsx', 'client/i18n knows languages'),
  imports('client/ui/a1.tsx', '#shared/domain/briefs/brief.ts', 'client/ui knows no domain'),
  imports('client/ui/a2.tsx', '#client/replica/store.ts', 'client/ui knows no domain'),
  imports('client/ui/a3.tsx', '#client/features/briefs/words.ts', 'client/ui knows no domain'),
  imports('client/ui/a4.tsx', '#client/live/follow.ts', 'client/ui knows no domain'),
  imports('client/ui/a5.tsx', 'yjs', 'Take signals from #client/live'),
  imports('client/replica/a1.ts', '#client/live/follow.ts', 'below live and the screens'),
  imports('client/replica/a2.ts', '#client/features/briefs/words.ts', 'below live and the screens'),
  imports('client/replica/a3.ts', '#shared/domain/briefs/brief.ts', 'below live and the screens'),
  imports('client/replica/a4.ts', 'solid-js', 'client/replica is plain'),
  imports('client/replica/a5.ts', '#server/log/log.ts', 'only through #shared/protocol'),
  imports('client/replica/a6.ts', 'node:crypto', 'runs in a browser'),
  imports('client/live/a1.ts', '#client/features/briefs/words.ts', 'below the screens'),
  imports('client/live/a2.ts', '#client/app/words.ts', 'below the screens'),
  imports('client/workers/a1.ts', '#client/app/words.ts', 'A worker has no screen'),
  imports('client/pwa/a1.ts', '#client/app/words.ts', 'installs and updates'),
  imports('client/features/briefs/a1.tsx', '#client/features/people/words.ts', 'each other'),
  imports('client/features/briefs/a2.tsx', '#client/app/words.ts', 'stand below client/app'),
  imports('client/features/briefs/a3.tsx', 'yjs', 'Take signals from #client/live'),
  imports('client/features/briefs/a4.tsx', 'solid-js/store', 'Store code lives in client/live'),
  imports('client/features/briefs/a5.tsx', 'zod', 'zod/mini'),
  imports('client/features/briefs/a6.tsx', '../people/words.ts', 'Write the path from the top'),
  imports('client/features/people/a1.tsx', '#client/features/briefs/words.ts', 'each other'),
  imports('client/features/workspace/a1.tsx', '#client/features/briefs/words.ts', 'each other'),
  imports('client/features/device/a1.tsx', '#client/features/briefs/words.ts', 'each other'),
  imports('client/features/sharing/a1.tsx', '#client/features/briefs/words.ts', 'each other'),
  imports('client/features/talk/a1.tsx', '#client/features/briefs/words.ts', 'each other'),
  imports('client/features/files/a1.tsx', '#client/features/briefs/words.ts', 'each other'),
  imports(
    'client/features/briefs/notes-editor/a1.tsx',
    '#client/features/people/words.ts',
    'each other',
  ),
  imports('client/features/newcomer/a1.tsx', '#client/features/people/words.ts', 'its own entry'),
  imports('client/app/a1.tsx', '#server/app.ts', 'only through #shared/protocol'),
  imports('client/app/a2.tsx', 'hono', 'runs in a browser'),
  imports('client/app/a3.tsx', '#test/support/source-tree.ts', 'Nothing that ships'),
  imports('server/a1.ts', '#client/app/words.ts', 'knows nothing of the app'),
  imports('server/a2.ts', '#test/support/source-tree.ts', 'Nothing that ships'),
  imports('server/a3.ts', 'solid-js', 'This is the relay'),
  imports('server/http/a1.ts', '#shared/documents/roots.ts', 'bytes, not briefs'),
  imports('server/relay/a1.ts', '#shared/domain/briefs/brief.ts', 'bytes, not briefs'),
  imports('server/relay/a2.ts', '#shared/documents/roots.ts', 'bytes, not briefs'),
  imports('server/relay/a3.ts', '#server/http/routes.ts', 'does not know HTTP'),
  imports('server/relay/a4.ts', '../log/log.ts', 'Write the path from the top'),
  imports('server/log/a1.ts', '#server/relay/turn.ts', 'stands alone'),
  imports('server/log/a2.ts', '#shared/documents/roots.ts', 'bytes, not briefs'),
  imports('server/directory/a1.ts', '#server/http/routes.ts', 'stands alone'),
  imports('server/bus/a1.ts', '#server/log/log.ts', 'stands alone'),
  imports('server/files/a1.ts', '#server/http/routes.ts', 'stands alone'),
]

const syntax: readonly Planted[] = [
  breaks(
    'shared/lib/ring-a.ts',
    "import { b } from './ring-b.ts'\nexport const a = b\n",
    'no-cycle',
  ),
  breaks(
    'shared/lib/ring-b.ts',
    "import type { a } from './ring-a.ts'\nexport const b: typeof a = 1\n",
    'no-cycle',
  ),
  breaks(
    'shared/domain/ring-c.ts',
    "import { d } from '#shared/domain/ring-d.ts'\nexport const c = d\n",
    'no-cycle',
  ),
  breaks(
    'shared/domain/ring-d.ts',
    "import type { c } from '#shared/domain/ring-c.ts'\nexport const d: typeof c = 1\n",
    'no-cycle',
  ),
  breaks('client/app/b1.tsx', 'export default 1\n', 'no-default-export'),
  breaks('client/app/b2.ts', "export * from './a1.tsx'\n", 'no-barrel-file'),
  breaks('client/app/b3.ts', 'export const a = (b: any) => b\n', 'no-explicit-any'),
  breaks(
    'client/app/b4.ts',
    'export const a = (b?: string) => b!.length\n',
    'no-non-null-assertion',
  ),
  breaks('client/app/b5.ts', '// TO' + 'DO later\nexport const a = 1\n', 'no-warning-comments'),
  breaks('client/app/b6.ts', "console.log('a')\n", 'no-console'),
  breaks('client/app/b7.ts', '// @ts-ignore\nexport const a = 1\n', 'ban-ts-comment'),
  breaks('client/app/b8.ts', 'export const a = (b: unknown) => b == 1\n', 'eqeqeq'),
  breaks('shared/lib/b1.ts', 'export const a = () => window\n', 'no-restricted-globals'),
  breaks('shared/protocol/b1.ts', 'export const a = () => process\n', 'no-restricted-globals'),
  breaks('shared/domain/b1.ts', 'export const a = () => Date.now()\n', 'no-restricted-properties'),
  breaks(
    'shared/documents/b1.ts',
    'export const a = () => Math.random()\n',
    'no-restricted-properties',
  ),
  breaks(
    'test/domain/b1.test.ts',
    "import { it } from 'vitest'\nit.only('a', () => {})\n",
    'no-focused-tests',
  ),
]

const passes: readonly Planted[] = [
  allowed('shared/lib/ok.ts', './other.ts'),
  allowed(
    'shared/domain/briefs/ok.ts',
    '#shared/lib/result.ts',
    '#shared/domain/people/x.ts',
    'zod/mini',
  ),
  allowed(
    'shared/documents/readers/ok.ts',
    '#shared/domain/briefs/brief.ts',
    '#shared/documents/roots.ts',
    'yjs',
  ),
  allowed('shared/protocol/ok.ts', '#shared/lib/ids.ts', 'zod/mini', 'lib0/encoding'),
  allowed('client/ui/ok.tsx', 'solid-js', '@kobalte/core/dialog', '#client/i18n/words.ts'),
  allowed('client/replica/ok.ts', 'yjs', 'y-websocket', '#shared/protocol/frames.ts'),
  allowed(
    'client/live/ok.ts',
    'yjs',
    'solid-js/store',
    '#client/replica/store.ts',
    '#shared/documents/roots.ts',
  ),
  allowed(
    'client/features/briefs/parts/ok.tsx',
    '#client/features/briefs/words.ts',
    '#client/live/follow.ts',
  ),
  allowed('client/features/briefs/notes-editor/ok.ts', 'yjs', 'y-prosemirror'),
  allowed('server/directory/ok.ts', '#server/log/sqlite-file.ts'),
  allowed('server/files/ok.ts', '#server/log/sqlite-file.ts'),
  allowed('client/features/people/ok.tsx', '#client/ui/button.tsx', '#shared/domain/people/x.ts'),
  allowed('client/app/ok.tsx', '#client/features/briefs/words.ts', '#client/replica/store.ts'),
  allowed('server/ok.ts', '#server/relay/turn.ts', '#server/http/routes.ts', 'hono', 'node:fs'),
  allowed('server/relay/ok.ts', '#shared/protocol/frames.ts', '#server/log/log.ts', 'yjs'),
  allowed('server/log/ok.ts', '#shared/protocol/frames.ts', '#server/log/log.ts', 'libsql'),
  allowed(
    'test/client/features/ok.test.ts',
    '#client/features/briefs/words.ts',
    '#server/app.ts',
    '../x.ts',
  ),
  {
    path: 'client/features/briefs/type.ts',
    text: "import type * as Y from 'yjs'\nexport type D = Y.Doc\n",
    rule: null,
  },
  { path: 'some.config.ts', text: 'export default {}\n', rule: null },
]

export const plantedImports: readonly Planted[] = [...bans, ...syntax, ...passes]
