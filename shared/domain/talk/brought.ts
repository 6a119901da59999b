/**
 * Somebody whose comments came here by an import: named, and nobody of this workspace. Written as a writer's text, so that
 * whatever compares writers goes on to. Left out: whom a document may name so (documents/readers/brought-writers.ts).
 */
export interface Brought {
  readonly name: string
  /** As the workspace it came from knew them; null where it did not. */
  readonly member: string | null
}

export const broughtWriter = ({ name, member }: Brought, client: number): string =>
  `brought ${member ?? `client-${client}`} ${name}`

/** Null for a writer who is somebody here. */
export function broughtBy(writer: string): Brought | null {
  const [, who = '', name = ''] = /^brought (\S+) (.*)$/s.exec(writer) ?? []
  if (who === '') return null
  return { name, member: who.startsWith('client-') ? null : who }
}
