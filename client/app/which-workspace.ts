/**
 * Of the workspaces on this device the one a tab shows: the tab's own choice, else the last one chosen or joined. Left out: what is known of each (replica/identity.ts).
 */
const key = 'asterism.workspace'

export interface Choices {
  readonly tab: Pick<Storage, 'getItem' | 'setItem'>
  readonly device: Pick<Storage, 'getItem' | 'setItem'>
}

export function choose<T extends { readonly workspace: { readonly id: string } }>(
  all: readonly T[],
  { tab, device }: Choices,
): T | null {
  const chosen = [tab.getItem(key), device.getItem(key)]
  for (const id of chosen) {
    const found = all.find(({ workspace }) => workspace.id === id)
    if (found !== undefined) return found
  }
  return all[0] ?? null
}

/** A storage that takes nothing more forgets the choice, no more. */
export function remember(workspace: string, { tab, device }: Choices): void {
  for (const storage of [tab, device]) {
    try {
      storage.setItem(key, workspace)
    } catch (fault) {
      console.error('which workspace is shown could not be kept', fault)
    }
  }
}

export const browserChoices = (): Choices => ({ tab: sessionStorage, device: localStorage })

/** Opens another one in this tab. */
export function openWorkspace(workspace: string): void {
  remember(workspace, browserChoices())
  location.assign('/briefs')
}
