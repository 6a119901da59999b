import { expect, test } from 'vitest'
import { createStatus } from '#client/replica/status.ts'
import { docName } from '../fake-device.ts'

const [brief, other] = [docName('a'), docName('b')]

test('nothing is called safe before it is known which files were not sent', () => {
  const status = createStatus()
  status.noteHeard()
  status.noteKnown([brief])
  expect([status.of(brief).kind, status.overall().kind]).toEqual(['on-device', 'on-device'])
  status.noteUnsentFiles(new Map())
  expect([status.of(brief).kind, status.overall().kind]).toEqual(['safe', 'safe'])
})

test('a document whose file was not sent is not safe, the others are; together they are not', () => {
  const status = createStatus()
  status.noteHeard()
  status.noteKnown([brief, other])
  status.noteUnsentFiles(new Map([[brief, 2]]))
  expect(status.of(brief)).toMatchObject({ kind: 'on-device', files: 2, waiting: 0 })
  expect(status.of(other).kind).toBe('safe')
  expect(status.overall()).toMatchObject({ kind: 'on-device', files: 2 })
  status.noteUnsentFiles(new Map())
  expect(status.overall()).toMatchObject({ kind: 'safe', files: 0 })
})
