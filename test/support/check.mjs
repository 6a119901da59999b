/**
 * `npm run check`: types, lint, format, unused code, and the tests that read the tree, side by side.
 * What fails prints what it said; the time of each stands beside it.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** @type {readonly (readonly [string, string, readonly string[]])[]} name, program, arguments */
const steps = [
  ['types', program('typescript', 'bin/tsc'), ['--noEmit', '-p', '.']],
  ['lint', program('oxlint', 'bin/oxlint'), ['--report-unused-disable-directives-severity=error']],
  ['format', program('oxfmt', 'bin/oxfmt'), ['--check']],
  ['unused code', program('knip', 'bin/knip.js'), ['--no-progress']],
  [
    'architecture, dictionaries',
    program('vitest', 'vitest.mjs'),
    [
      'run',
      '--project',
      'node',
      '--reporter=dot',
      'test/architecture.test.ts',
      'test/dictionaries.test.ts',
    ],
  ],
]

const began = performance.now()
const outcomes = await Promise.all(steps.map(run))
for (const { name, said } of outcomes.filter(({ ok }) => !ok))
  console.log(`\n── ${name}\n${said.trim()}`)
console.log('')
for (const { name, ok, seconds } of outcomes)
  console.log(`${ok ? 'ok  ' : 'FAIL'}  ${name} (${seconds} s)`)
console.log(`check took ${secondsSince(began)} s`)
process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1

/**
 * @param {readonly [string, string, readonly string[]]} step
 * @returns {Promise<{ name: string, ok: boolean, seconds: string, said: string }>}
 */
function run([name, file, words]) {
  const started = performance.now()
  const child = spawn(process.execPath, [file, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (said += text))
  }
  return new Promise((resolve) =>
    child.once('close', (code) =>
      resolve({ name, ok: code === 0, seconds: secondsSince(started), said }),
    ),
  )
}

/** @param {number} start */
function secondsSince(start) {
  return ((performance.now() - start) / 1000).toFixed(1)
}

/** @param {string} name  @param {string} file */
function program(name, file) {
  return join('node_modules', name, file)
}
