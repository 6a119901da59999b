/** What each document of a file is called in the workspace it comes into (docs/decisions.md, 16). */
import { digest } from 'lib0/hash/sha256'
import {
  documentNamed,
  kindOf,
  personDocument,
  pricesDocument,
  topicOf,
  workspaceDocument,
} from '#shared/lib/document-kinds.ts'
import { bytesToBase32, type DocName, type WorkspaceId } from '#shared/lib/ids.ts'
import type { FileHead } from './format.ts'

export interface Here {
  readonly workspace: WorkspaceId
  readonly relay: string
  readonly member: string
  /** The importing person's. */
  readonly name: string
}

/** Null for the settings of a third workspace, which no export holds. */
export function namesHere(file: FileHead, here: Here): (name: DocName) => DocName | null {
  const isAnother = file.workspace.id !== here.workspace
  // A name belongs to one workspace at a relay.
  const isTaken = isAnother && file.workspace.relay === here.relay
  const [self, ...more] = file.people.filter(({ name }) => name === here.name)
  const me = self !== undefined && more.length === 0 ? self.member : null
  return (name) => {
    const topic = topicOf(name)
    switch (kindOf(name)) {
      case 'workspace':
        return topic === file.workspace.id ? workspaceDocument(here.workspace) : null
      case 'prices':
        return topic === file.workspace.id ? pricesDocument(here.workspace) : null
      case 'person':
        if (isAnother && topic === me) return personDocument(here.member)
        return isTaken ? renamed(name, here) : name
      case 'brief':
      case 'talk':
      case 'template':
      case 'task':
      case 'sop':
      case 'costs':
        return isTaken ? renamed(name, here) : name
      case null:
        return null
    }
  }
}

function renamed(name: DocName, { workspace }: Here): DocName {
  const kind = kindOf(name)
  const text = `asterism import 1\n${workspace}\n${topicOf(name)}`
  const topic = bytesToBase32(digest(new TextEncoder().encode(text)).subarray(0, 16))
  return kind === null ? name : documentNamed(kind, topic)
}
