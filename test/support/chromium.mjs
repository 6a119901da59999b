/** Finds a Chromium for journeys and pictures, or fetches one and says so. Used under plain Node, hence JavaScript. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

/** Answers the path of a Chromium that exists. Throws with the sentence to show when there is none to be had. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM_PATH says ${named}, and there is no such file.`)
  }
  const found = [...usualPlaces(), chromium.executablePath()].find((path) => existsSync(path))
  return found ?? fetched()
}

function fetched() {
  console.error(
    'There is no Chromium here. Fetching one with: npx playwright-core install chromium',
  )
  const program = join(
    createRequire(import.meta.url).resolve('playwright-core/package.json'),
    '../cli.js',
  )
  spawnSync(process.execPath, [program, 'install', 'chromium'], { stdio: ['ignore', 2, 2] })
  const path = chromium.executablePath()
  if (existsSync(path)) return path
  throw new Error(
    [
      'Journeys need Chromium, and fetching one did not work. Install it and run this again:',
      '  Debian, Ubuntu   apt-get install chromium fonts-noto-cjk',
      '  macOS            brew install --cask chromium',
      '  Windows          winget install Google.Chrome',
      'or set CHROMIUM_PATH to the program of a Chromium or Chrome you have.',
    ].join('\n'),
  )
}

/** @returns {string[]} */
function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform === 'win32') {
    const roots = [
      process.env.PROGRAMFILES,
      process.env['PROGRAMFILES(X86)'],
      process.env.LOCALAPPDATA,
    ]
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => [
        join(root, 'Google/Chrome/Application/chrome.exe'),
        join(root, 'Chromium/Application/chrome.exe'),
        join(root, 'Microsoft/Edge/Application/msedge.exe'),
      ])
  }
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap(
    (name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`, `/snap/bin/${name}`],
  )
}
