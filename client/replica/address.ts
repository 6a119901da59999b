/** Under what address others reach the relay, as it says in `welcome`; kept, so that a link made offline is the right one. */
import * as z from 'zod/mini'
import type { DeviceEnvironment } from './environment.ts'
import type { Link } from './link.ts'
import type { Store } from './store.ts'

interface AddressParts {
  readonly environment: Pick<DeviceEnvironment, 'relay'>
  readonly store: Pick<Store, 'getNote' | 'putNote'>
  readonly link: Pick<Link, 'welcome'>
}

const addressNote = 'address'
const addressSchema = z.string().check(z.regex(/^https?:\/\//))

/** Where the relay names none, people reach it as this device does. */
export async function addressOf({ environment, store, link }: AddressParts): Promise<string> {
  const welcome = link.welcome()
  if (welcome !== null) return welcome.address ?? environment.relay.origin
  const kept = z.safeParse(addressSchema, await store.getNote(addressNote))
  return kept.success ? kept.data : environment.relay.origin
}

/** After each `welcome`; writes only what is new. A disk that does not take it keeps what it had. */
export async function keepAddress({
  store,
  link,
}: Omit<AddressParts, 'environment'>): Promise<void> {
  const told = link.welcome()?.address ?? null
  try {
    const kept = z.safeParse(addressSchema, await store.getNote(addressNote))
    if ((kept.success ? kept.data : null) !== told) await store.putNote(addressNote, told)
  } catch (fault) {
    console.error('the address was not kept on this device', fault)
  }
}
