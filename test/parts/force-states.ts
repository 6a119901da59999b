/**
 * Shows what the pointer and the keyboard do to a part without either: rules for `:hover`, `:focus-visible` and `:active` are read
 * from the style sheets and written again for what stands in `data-forced="hover"`, so that no shipped rule knows of it.
 */
const states = ['hover', 'focus-visible', 'focus', 'active'] as const

export function forceStates(): void {
  const rules = [...document.styleSheets].flatMap((sheet) => forcedIn(sheet.cssRules))
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rules.join('\n'))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

function forcedIn(rules: CSSRuleList): string[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSStyleRule) return forced(rule)
    if (!(rule instanceof CSSGroupingRule)) return []
    const inner = forcedIn(rule.cssRules)
    const head = rule.cssText.slice(0, rule.cssText.indexOf('{'))
    return inner.length > 0 ? [`${head}{${inner.join('\n')}}`] : []
  })
}

/** What can be pointed at is everything, what can be reached by keyboard is not. */
const reached = (state: string): string =>
  state.startsWith('focus') ? ':is(a, button, input, select, textarea, [tabindex])' : '*'

function forced(rule: CSSStyleRule): string[] {
  const selector = states.reduce(
    (text, state) =>
      text.replace(
        new RegExp(`:${state}(?![\\w-])`, 'g'),
        `:is([data-forced~='${state}'] ${reached(state)})`,
      ),
    rule.selectorText,
  )
  return selector === rule.selectorText ? [] : [`${selector}{${rule.style.cssText}}`]
}
