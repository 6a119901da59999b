/**
 * Colleagues' cursors in notes. Who somebody is comes from `nameOf`, by the `member` in their presence; name and colour in
 * presence itself are not trusted. Nothing is written as a style attribute, which the content security policy forbids.
 */
import type { DecorationAttrs } from 'prosemirror-view'
import type { Awareness } from 'y-protocols/awareness'

export interface NamedPerson {
  readonly name: string
  readonly colour: string
}
export type NameOf = (member: string) => NamedPerson | null

export function personAt(
  awareness: Awareness,
  clientId: number,
  nameOf: NameOf,
): NamedPerson | null {
  const member: unknown = awareness.getStates().get(clientId)?.['member']
  return typeof member === 'string' ? nameOf(member) : null
}

export function cursorElement(person: NamedPerson | null): HTMLElement {
  const cursor = document.createElement('span')
  cursor.className = 'notes-cursor'
  if (person === null) return cursor
  cursor.style.setProperty('--person', person.colour)
  const label = document.createElement('span')
  label.className = 'notes-cursor-name'
  label.textContent = person.name
  // Word joiners keep the line from breaking at the cursor.
  cursor.append('\u2060', label, '\u2060')
  return cursor
}

/** ProseMirror sets `style` through cssText, not as an attribute. */
export function selectionAttributes(person: NamedPerson | null): DecorationAttrs {
  return person === null
    ? { class: 'notes-selection' }
    : { class: 'notes-selection', style: `--person: ${person.colour.replace(/[;{}"'<>]/g, '')}` }
}
