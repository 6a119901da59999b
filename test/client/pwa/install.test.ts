/** Which way leads to the home screen, and when it is offered. */
import { expect, test } from 'vitest'
import type { InstallPromptEvent } from '#client/pwa/install-prompt.ts'
import { createInstall } from '#client/pwa/install.ts'

const agents = {
  iphone: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1',
  mac: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15',
  chrome: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0.0.0 Safari/537.36',
} as const

function on(userAgent: string, more: { touchPoints?: number; prompt?: () => string } = {}) {
  const remembered = new Map<string, string>()
  const { prompt } = more
  const event =
    prompt === undefined
      ? null
      : (Object.assign(new Event('beforeinstallprompt'), {
          prompt: async () => ({ outcome: prompt() }),
        }) satisfies InstallPromptEvent)
  return createInstall({
    offered: () => event,
    page: { addEventListener: () => undefined },
    standalone: false,
    userAgent,
    touchPoints: more.touchPoints ?? 0,
    memory: {
      getItem: (key) => remembered.get(key) ?? null,
      setItem: (key, value) => void remembered.set(key, value),
    },
  })
}

test('each browser is told its own way', () => {
  expect(on(agents.iphone).way()).toBe('ios')
  expect(on(agents.mac).way()).toBe('mac-safari')
  expect(on(agents.mac, { touchPoints: 5 }).way(), 'an iPad says it is a Mac').toBe('ios')
  expect(on(agents.chrome).way()).toBe('menu')
  expect(on(agents.chrome, { prompt: () => 'accepted' }).way()).toBe('prompt')
})

test('the offer comes on the second day of work, once', () => {
  const install = on(agents.chrome, { prompt: () => 'accepted' })
  const days = ['Mon', 'Mon', 'Tue', 'Tue', 'Wed']
  expect(days.map((day) => install.worked(day))).toEqual([false, false, true, false, false])
})

test('where the browser offers nothing, nothing is offered', () => {
  const install = on(agents.iphone)
  expect(['Mon', 'Tue', 'Wed'].some((day) => install.worked(day))).toBe(false)
})

test('a prompt that was used is not shown again', async () => {
  const install = on(agents.chrome, { prompt: () => 'dismissed' })
  expect(await install.prompt()).toBe(false)
  expect(install.way()).toBe('menu')
  expect(await install.prompt()).toBe(false)
})
