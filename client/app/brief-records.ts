/** A brief's records with what each of them judged: the version kept as a file, where this device holds it (decisions, 21). */
import type { Records } from '#client/replica/kept-records.ts'
import type { ReplicaFiles } from '#client/replica/files/replica-files.ts'
import { hashOfSnapshot } from '#shared/documents/snapshot.ts'
import type { FileId } from '#shared/lib/ids.ts'

type Read = Pick<Records, 'of' | 'verify' | 'subscribe'>

interface ReadFrom {
  readonly records: Read
  files(): Promise<Pick<ReplicaFiles, 'state' | 'fetch'>>
}

export function briefRecords(replica: ReadFrom): Read {
  const { records } = replica
  return {
    of: records.of,
    subscribe: records.subscribe,
    async verify(scope) {
      const files = await replica.files()
      const hashes = new Map<string, string | null>()
      for (const { fact } of await records.of(scope)) {
        const id = fact?.body['snapshot']
        // Verifying asks nobody: what is not here stays open.
        if (typeof id !== 'string' || files.state(id as FileId, scope).kind === 'away') continue
        const found = await files.fetch(id as FileId, scope)
        if (found.ok)
          hashes.set(id, hashOfSnapshot(new Uint8Array(await found.value.arrayBuffer())))
      }
      return records.verify(scope, ({ body: { snapshot } }) =>
        typeof snapshot === 'string' ? (hashes.get(snapshot) ?? null) : null,
      )
    },
  }
}
