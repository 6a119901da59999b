/**
 * What `npm start`, `build`, `backup`, `restore`, `recovered` and `owner-link` run: `node server/start.mjs [NAME] [ARGUMENTS]`.
 * Builds when dist is missing or was made from other sources, then runs dist/server/NAME.js (main when none is
 * named) in this same process. `build` always builds and ends; `ready` builds only if needed and ends.
 * Where Vite is not installed (a production install) it runs what is built.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const project = dirname(dirname(fileURLToPath(import.meta.url)))
const builtFrom = join(project, 'dist/built-from')
const sources = [
  'shared',
  'client',
  'server',
  'public',
  'index.html',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'vite.server.config.ts',
]
const [name = 'main', ...rest] = process.argv.slice(2)

if (name === 'build') await build()
else {
  if (!isCurrent()) await build()
  if (name !== 'ready') await run(name)
}

/** @param {string} entry */
async function run(entry) {
  const file = join(project, 'dist/server', `${entry}.js`)
  if (!existsSync(file))
    stop(`There is no dist/server/${entry}.js. Run npm run build and try again.`)
  process.argv = [process.execPath, file, ...rest]
  await import(pathToFileURL(file).href)
}

/** Whether dist was made from exactly these sources, by content: times say nothing after a clone or a copy. */
function isCurrent() {
  if (!existsSync(builtFrom)) return false
  return vite() === null || readFileSync(builtFrom, 'utf8') === fingerprint()
}

async function build() {
  const program = vite()
  if (program === null) return stop('Vite is not installed. Run npm install and try again.')
  const from = fingerprint()
  rmSync(builtFrom, { force: true })
  console.error('Building the app and the relay')
  const codes = await Promise.all([
    ended([program, 'build', '--logLevel', 'warn']),
    ended([program, 'build', '--logLevel', 'warn', '--config', 'vite.server.config.ts']),
  ])
  if (codes.some((code) => code !== 0)) stop('The build failed. What is wrong stands above.')
  writeFileSync(builtFrom, from)
}

/** @param {string[]} command  @returns {Promise<number>} */
function ended(command) {
  // A NODE_ENV of the shell (development, test) must not decide what people get.
  const env = { ...process.env, NODE_ENV: 'production' }
  const child = spawn(process.execPath, command, { cwd: project, env, stdio: ['ignore', 2, 2] })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}

function vite() {
  try {
    const found = createRequire(import.meta.url).resolve('vite/package.json')
    return join(dirname(found), 'bin/vite.js')
  } catch {
    return null
  }
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const source of sources) add(hash, source)
  return hash.digest('hex')
}

/** @param {import('node:crypto').Hash} hash  @param {string} path */
function add(hash, path) {
  const stat = statSync(join(project, path), { throwIfNoEntry: false })
  if (stat === undefined) return
  if (stat.isDirectory()) {
    for (const name of readdirSync(join(project, path)).sort()) add(hash, `${path}/${name}`)
  } else {
    hash.update(`${path}\0${stat.size}\0`).update(readFileSync(join(project, path)))
  }
}

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
