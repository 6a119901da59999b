/** Starts the relay: reads the environment, listens, says where, ends cleanly on SIGTERM and SIGINT. */
import { readEnvironment } from './environment.ts'
import { startRelay } from './start-relay.ts'

// Whoever read the first line may have closed the pipe; that ends nothing here.
process.stdout.on('error', () => undefined)

try {
  const relay = await startRelay(readEnvironment(process.env))
  // One name for one place: to a browser localhost and 127.0.0.1 are two, each with its own storage.
  console.log(`Asterism is at ${relay.address.replace('//127.0.0.1:', '//localhost:')}`)
  if (relay.ownerLink !== null)
    console.log(`No one owns it yet. Open this link once to become the owner: ${relay.ownerLink}`)
  let isEnding = false
  const end = (): void => {
    if (isEnding) return
    isEnding = true
    relay.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
