/** What the demo is about: thirty invented product lines, in the order in which they are made. */
import { firstThemes } from './themes/first.ts'
import { secondThemes } from './themes/second.ts'
import type { Theme } from './themes/theme.ts'
import { thirdThemes } from './themes/third.ts'

export const themes: readonly Theme[] = [...firstThemes, ...secondThemes, ...thirdThemes]
