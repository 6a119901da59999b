/**
 * `npm test`: the unit tests and, beside them, the journeys in Chromium on a fresh build, each story once (`npm run
 * test:journeys` walks it in the other language and size, too). The last line alone is `N passed, N failed`, both together.
 * A test file that cannot be loaded, journeys that cannot start and a run that ends badly count as one failed.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { findChromium } from './chromium.mjs'

/** @typedef {{ passed: number, failed: number }} Counts */

const find = createRequire(import.meta.url).resolve
const journeys = 'test/journeys/run.ts'

const [units, walked] = await Promise.all([runUnits(), runJourneys()])
const passed = units.passed + walked.passed
const failed = units.failed + walked.failed
console.log(`unit tests: ${line(units)} · journeys: ${line(walked)}`)
console.log(line({ passed, failed }))
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

/** @returns {Promise<Counts>} */
async function runUnits() {
  const folder = mkdtempSync(join(tmpdir(), 'asterism-tests-'))
  const report = join(folder, 'report.json')
  const program = join(dirname(find('vitest/package.json')), 'vitest.mjs')
  const { code } = await run([
    program,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const counts = existsSync(report) ? countReport(readFileSync(report, 'utf8')) : none()
  rmSync(folder, { recursive: true, force: true })
  return atLeastOneFailed(counts, code)
}

/** @param {string} text  @returns {Counts} */
function countReport(text) {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(text)
  const unread = testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + unread.length }
}

/** @returns {Promise<Counts>} */
async function runJourneys() {
  if (!existsSync(journeys)) {
    console.log(`There are no journeys: ${journeys} is missing.`)
    return none()
  }
  try {
    await findChromium()
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault)
    return { passed: 0, failed: 1 }
  }
  const built = await run(['server/start.mjs', 'ready'])
  if (built.code !== 0) return { passed: 0, failed: 1 }
  const { code, last } = await run([find('tsx/cli'), journeys, '--once'])
  const said = /^(\d+) passed, (\d+) failed$/.exec(last)
  const counts = said === null ? none() : { passed: Number(said[1]), failed: Number(said[2]) }
  return atLeastOneFailed(counts, code)
}

/** @param {Counts} counts  @param {number} code  @returns {Counts} */
function atLeastOneFailed(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/**
 * Passes on what the program prints and keeps its last line.
 * @param {string[]} command
 * @returns {Promise<{ code: number, last: string }>}
 */
function run(command) {
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
  let tail = ''
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    process.stdout.write(text)
    tail = (tail + text).slice(-1000)
  })
  return new Promise((resolve) =>
    child.once('close', (code) => {
      resolve({ code: code ?? 1, last: tail.trimEnd().split('\n').at(-1) ?? '' })
    }),
  )
}

/** @returns {Counts} */
function none() {
  return { passed: 0, failed: 0 }
}

/** @param {Counts} counts */
function line({ passed, failed }) {
  return `${passed} passed, ${failed} failed`
}
