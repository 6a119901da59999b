/** The adapter that speaks with a relay. */
import type { RunningServer } from '../servers/server.ts'
import { createBareWire } from './bare.ts'
import { createHocuspocusWire } from './hocuspocus.ts'
import { createOurWire } from './ours.ts'
import type { Wire } from './wire.ts'

export function wireOf(server: RunningServer, sockets: number): Promise<Wire> {
  const entrance = { port: server.port, folder: server.folder, sockets }
  switch (server.name) {
    case 'ours':
      return createOurWire(entrance)
    case 'hocuspocus':
      return createHocuspocusWire(entrance)
    case 'bare':
    case 'bare-batch':
    case 'bare-commit':
      return createBareWire(entrance)
  }
}
