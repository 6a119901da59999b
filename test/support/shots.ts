/**
 * `npm run shots` photographs every screen and state into test-results/shots/, with one contact sheet for each size, and
 * writes the README's pictures. `npm run shots -- WORD` takes only the variants whose name holds WORD, such as phone or zh-dark, and
 * `npm run shots -- WORD ACT` of these only the scenes of that act (form, history, talk, full …).
 * Says which pictures are wider than their screen, and what axe finds on each; ends with 1 when there is any.
 */
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { peopleWords } from '#client/features/people/words.ts'
import { appWords } from '#client/app/words.ts'
import { openPlace } from '#test/journeys/people.ts'
import { axeFindings } from './axe.ts'
import { findChromium } from './chromium.mjs'
import { patient } from './patient.ts'
import { shootEstimates } from './estimate-scenes.ts'
import { shootFigures } from './figures-scenes.ts'
import { shootForm } from './form-scenes.ts'
import { shootHandover } from './handover-scenes.ts'
import { shootHistory } from './history-scenes.ts'
import { shootFlow } from './flow-scenes.ts'
import { shootImport } from './import-scenes.ts'
import { shootMessages } from './message-scenes.ts'
import { shootPlaces } from './place-scenes.ts'
import { shootSharing } from './sharing-scenes.ts'
import { shootRoom } from './room-scenes.ts'
import { shootEmpty, shootFront, shootFull, type Shoot } from './shot-scenes.ts'
import { setStage } from './shot-stage.ts'
import { shootSop } from './sop-scenes.ts'
import { shootTasks } from './task-scenes.ts'
import { shootStates } from './shot-states.ts'
import { shootTalk } from './talk-scenes.ts'
import { nameOf, themes, variants, type Theme, type Variant } from './shot-variants.ts'

const folder = 'test-results/shots'
/** The README's pictures, by the shot they are taken with. */
const pictures: Readonly<Record<string, string>> = {
  'brief-full.desk-zh-light': 'docs/screenshots/brief-desk.png',
  'brief-full.phone-en-light': 'docs/screenshots/brief-phone.png',
  'brief-full.desk-en-dark': 'docs/screenshots/list-dark.png',
  'import-errors.desk-en-light': 'docs/screenshots/import.png',
  'estimate.desk-zh-light': 'docs/screenshots/estimate.png',
  'handover.desk-zh-light': 'docs/screenshots/handover.png',
  'demo-briefs.desk-zh-light': 'docs/screenshots/demo.png',
  'tasks-break-down.desk-zh-light': 'docs/screenshots/break-down.png',
  'tasks-board.desk-en-light': 'docs/screenshots/board.png',
  'tasks-matrix.desk-zh-light': 'docs/screenshots/matrix.png',
  'task-started.desk-zh-light': 'docs/screenshots/task.png',
  'tasks-all.phone-zh-light': 'docs/screenshots/tasks-phone.png',
  'figures.desk-zh-light': 'docs/screenshots/figures.png',
  'flow-changes.desk-en-light': 'docs/screenshots/brief-changes.png',
}

const [wanted = '', act = ''] = process.argv.slice(2)
/** Each by its name, so that one alone can be looked at while it is built. */
const acts = {
  front: shootFront,
  empty: shootEmpty,
  form: shootForm,
  states: shootStates,
  history: shootHistory,
  import: shootImport,
  flow: shootFlow,
  tasks: shootTasks,
  estimates: shootEstimates,
  figures: shootFigures,
  sop: shootSop,
  handover: shootHandover,
  messages: shootMessages,
  talk: shootTalk,
  room: shootRoom,
  places: shootPlaces,
  sharing: shootSharing,
} as const
const taken: string[] = []
let found = 0
if (wanted === '') await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
await mkdir('docs/screenshots', { recursive: true })
const browser = patient(
  await chromium.launch({
    executablePath: await findChromium(),
    args: ['--host-resolver-rules=MAP brief.test 127.0.0.1'],
  }),
)
for (const as of variants) {
  const wantedThemes = themes.filter((theme) => nameOf(as, theme).includes(wanted))
  if (wantedThemes.length === 0) continue
  const stage = await setStage(browser)
  try {
    const shoot = shooting(as, wantedThemes)
    for (const [name, scenes] of Object.entries(acts))
      if (name.includes(act)) await scenes(browser, stage, as, shoot)
    if (!'full'.includes(act)) continue
    const page = await shootFull(browser, stage, as, shoot)
    await stage.full.kill()
    await shootRelayDown(as, page, shoot)
  } catch (fault) {
    // What it stood at, for whoever looks for the fault.
    for (const [place, open] of browser
      .contexts()
      .flatMap((one) => one.pages())
      .entries())
      await open.screenshot({ path: `${folder}/fault-${place}.png` }).catch(() => undefined)
    throw fault
  } finally {
    for (const context of browser.contexts()) await context.close()
    await stage.close()
  }
}
for (const device of ['desk', 'phone']) await sheet(device)
await browser.close()
console.log(`${taken.length} pictures in ${folder}, ${found} findings`)
process.exitCode = found > 0 ? 1 : 0

function shooting(as: Variant, lights: readonly Theme[]): Shoot {
  return async (scene, page) => {
    await page.evaluate('document.fonts.ready')
    for (const theme of lights) {
      await page.emulateMedia({ colorScheme: theme })
      // Colours fade from one to the other.
      await page.evaluate(
        'Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))).then(() => null)',
      )
      await shootOne(`${scene}.${nameOf(as, theme)}`, page)
    }
  }
}

async function shootOne(name: string, page: Page): Promise<void> {
  const path = `${folder}/${name}.png`
  await page.screenshot({ path })
  const copy = pictures[name]
  if (copy !== undefined) await copyFile(path, copy)
  taken.push(name)
  const wide = await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  )
  const findings = (await axeFindings(page)).map((one) => `axe on ${name}: ${one}`)
  if (wide === true) findings.push(`wider than the screen: ${name}`)
  for (const one of findings) console.log(one)
  found += findings.length
}

async function shootRelayDown(as: Variant, page: Page, shoot: Shoot): Promise<void> {
  await page.context().setOffline(false)
  await openPlace(page, as.language, peopleWords[as.language].people)
  await page.getByText(appWords[as.language].onDeviceRelayDown(1)).first().waitFor()
  await shoot('people-relay-down', page)
}

async function sheet(device: string): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file.includes(`.${device}-`))
  const names = files.map((file) => file.replace(/\.png$/, '')).sort()
  if (names.length === 0) return
  const width = device === 'desk' ? 480 : 200
  const figures = names
    .map((name) => `<figure><img src="${name}.png" width="${width}"><p>${name}</p></figure>`)
    .join('')
  const style =
    'body{margin:16px;display:flex;flex-wrap:wrap;gap:12px;font:11px system-ui;background:#888}figure{margin:0}p{margin:2px}'
  const path = `${folder}/sheet-${device}`
  await writeFile(`${path}.html`, `<!doctype html><style>${style}</style>${figures}`)
  const page = await browser.newPage({ viewport: { width: 2000, height: 1000 } })
  await page.goto(`file://${resolve(`${path}.html`)}`)
  await page.screenshot({ path: `${path}.png`, fullPage: true })
}
