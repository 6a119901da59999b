/** Starts the app: language, where the page was opened, then either the app or the screen that says what stands in the way. */
import '#client/ui/app.css'
import { createSignal } from 'solid-js'
import { render } from 'solid-js/web'
import { App } from '#client/app/app.tsx'
import { judgeSurroundings, seeSurroundings } from '#client/app/surroundings.ts'
import { startLanguage } from '#client/i18n/language.ts'
import { catchInstallPrompt } from '#client/pwa/install-prompt.ts'
import type { Pwa } from '#client/pwa/pwa.ts'
import { later } from '#client/ui/later.tsx'

const FrontScreens = later(async () => (await import('#client/app/front-screens.tsx')).FrontScreens)

startLanguage()
const place = document.getElementById('app')
if (place === null) throw new Error('index.html has no #app')
const surroundings = judgeSurroundings(seeSurroundings())
if (surroundings === 'ready') {
  const installPrompt = catchInstallPrompt()
  const [pwa, setPwa] = createSignal<Pwa | null>(null)
  render(() => <App pwa={pwa()} />, place)
  // The rest of it is not needed to show the first screen.
  import('#client/pwa/pwa.ts').then(
    ({ startPwa }) => setPwa(startPwa(installPrompt)),
    (fault: unknown) => console.error('the app cannot be kept on this device', fault),
  )
} else {
  render(() => <FrontScreens surroundings={surroundings} />, place)
}
