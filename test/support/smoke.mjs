/** Asks a server that has just been started: is it healthy, and does it serve the app? `node smoke.mjs ADDRESS`. */

const address = process.argv[2] ?? 'http://127.0.0.1:8484'
const patience = 60_000

try {
  await healthy(Date.now() + patience)
  const page = await text('/')
  const script = /<script[^>]+src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1]
  if (!page.includes('<div id="app">') || script === undefined) throw new Error('/ is not the app')
  const code = await text(script)
  if (code.length < 1000) throw new Error(`${script} is not the app's code`)
  console.log('/healthz is well, / is the app')
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault)
  process.exitCode = 1
}

/** @param {number} until  @returns {Promise<void>} */
async function healthy(until) {
  const answer = await fetch(`${address}/healthz`).catch(() => null)
  if (answer?.ok === true) return
  if (Date.now() > until) throw new Error(`/healthz answers ${answer?.status ?? 'nothing'}`)
  await new Promise((resolve) => setTimeout(resolve, 100))
  return healthy(until)
}

/** @param {string} path */
async function text(path) {
  const answer = await fetch(`${address}${path}`)
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`)
  return answer.text()
}
