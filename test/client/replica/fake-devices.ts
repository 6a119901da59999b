/** What a fake relay answers to a question for devices: those a test gives it, or that it is older than the question. */
import { devicesSchema, type KnownDevice } from '#shared/protocol/control.ts'
import { jsonFrame, toDevice } from '#shared/protocol/frames.ts'

export const devicesFrame = (
  question: unknown,
  devices: readonly KnownDevice[] | null,
): Uint8Array =>
  devices === null
    ? jsonFrame(toDevice.problem, { code: 'unknown-message' })
    : jsonFrame(toDevice.devicesAre, { member: devicesSchema.parse(question).member, devices })
