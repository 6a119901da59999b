/** What stands in the shell's rail: a head and blocks parted by hairlines. */
import type { JSX } from 'solid-js'
import { PageHead } from './page-head.tsx'
import './shell.css'

export interface RailProps {
  readonly title: string
  readonly children: JSX.Element
}

export function Rail(props: RailProps) {
  return (
    <>
      <PageHead title={props.title} />
      <div class="ui-rail-body">{props.children}</div>
    </>
  )
}
