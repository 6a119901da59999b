/** What is so, line by line: a name, a value with a sentence about it, and what can be done. Its children are `Fact`s. */
import type { JSX } from 'solid-js'
import './fact-list.css'

export function FactList(props: { readonly children: JSX.Element }) {
  return <dl class="ui-facts">{props.children}</dl>
}
