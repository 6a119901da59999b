/** Starts the app: language, where the page was opened, then either the app or the screen that says what stands in the way. */
import '#client/ui/app.css'
import { render } from 'solid-js/web'
import { App } from '#client/app/app.tsx'
import { FrontScreens } from '#client/app/front-screens.tsx'
import { judgeSurroundings, seeSurroundings } from '#client/app/surroundings.ts'
import { startLanguage } from '#client/i18n/language.ts'

startLanguage()
const place = document.getElementById('app')
if (place === null) throw new Error('index.html has no #app')
const surroundings = judgeSurroundings(seeSurroundings())
render(
  () => (surroundings === 'ready' ? <App /> : <FrontScreens surroundings={surroundings} />),
  place,
)
