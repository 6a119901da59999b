/**
 * The page of parts: every part of client/ui in every state, for eyes, for axe and for the keyboard tests. `npm run dev` serves it at
 * /parts; no build of the app holds it. `?language=en&theme=dark#table` opens one section in one look.
 */
import '#client/ui/app.css'
import './parts.css'
import { render } from 'solid-js/web'
import { setLanguage } from '#client/i18n/language.ts'
import { forceStates } from './force-states.ts'
import { PartsPage } from './parts-page.tsx'

const asked = new URLSearchParams(location.search)
setLanguage(asked.get('language') === 'en' ? 'en' : 'zh')
const theme = asked.get('theme')
if (theme !== null) document.documentElement.dataset.theme = theme
const place = document.getElementById('parts')
if (place === null) throw new Error('parts.html has no #parts')
render(() => <PartsPage />, place)
forceStates()
