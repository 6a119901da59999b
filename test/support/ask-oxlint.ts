/** Runs the real oxlint with the project's own configuration on planted files, in a folder outside the project. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as z from 'zod/mini'
import { projectFolder } from './source-tree.ts'

const answer = z.object({
  diagnostics: z.array(
    z.object({ filename: z.string(), code: z.string(), help: z.optional(z.string()) }),
  ),
  number_of_files: z.number(),
})
export type OxlintAnswer = z.infer<typeof answer>

export function askOxlint(files: readonly { path: string; text: string }[]): OxlintAnswer {
  const folder = mkdtempSync(join(tmpdir(), 'asterism-lint-'))
  try {
    for (const name of ['.oxlintrc.json', 'package.json', 'tsconfig.json']) {
      copyFileSync(join(projectFolder, name), join(folder, name))
    }
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const home = dirname(createRequire(import.meta.url).resolve('oxlint/package.json'))
    const asked = spawnSync(process.execPath, [join(home, 'bin/oxlint'), '--format', 'json'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    if (!asked.stdout.startsWith('{'))
      throw new Error(`oxlint said: ${asked.stdout}${asked.stderr}`)
    return answer.parse(JSON.parse(asked.stdout))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
