/**
 * Unit tests: `node` for rules, documents and the relay, `dom` for parts of the interface in happy-dom,
 * `browser` for the page of parts in Chromium. Journeys and benchmarks run by themselves.
 */
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

/** Only so that a test that hangs is named: nothing may pass or fail by how fast the machine is. */
const patience = { testTimeout: 300_000, hookTimeout: 120_000 }

const notUnit = ['**/node_modules/**', 'test/journeys/**', 'test/bench/**', '**/*.browser.test.ts']

export default defineConfig({
  test: {
    // vite-plugin-solid asks for jsdom wherever no environment is named, so it is named at the root, too.
    environment: 'node',
    projects: [
      {
        test: {
          ...patience,
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: [...notUnit, '**/*.dom.test.ts'],
        },
      },
      {
        plugins: [solid()],
        test: {
          ...patience,
          name: 'dom',
          environment: 'happy-dom',
          include: ['test/**/*.dom.test.{ts,tsx}'],
          exclude: notUnit,
        },
      },
      {
        test: {
          ...patience,
          name: 'browser',
          environment: 'node',
          include: ['test/**/*.browser.test.ts'],
          globalSetup: 'test/parts/start-browser.ts',
        },
      },
    ],
  },
})
