/** What every Directory must do; each implementation's test file runs it with an empty one each time. */
import { beforeEach, describe, expect, test } from 'vitest'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import type { DeviceId } from '#shared/lib/ids.ts'
import type { Act } from '#shared/records/acts.ts'
import { docNameSchema } from '#shared/protocol/names.ts'
import type { Directory } from '#server/directory/directory.ts'
import {
  founder,
  inviteEnded,
  inviteNamed,
  inviteOf,
  joiningOf,
  secretOf,
  workspaceNamed,
} from './directory-people.ts'

const scope = documentNamed('workspace', workspaceNamed('w'))
const inside = { outside: false, functions: [], removed: false }
const workspace = { id: workspaceNamed('w'), name: 'Outdoor team' }

export function directoryContract(
  name: string,
  makeDirectory: () => Directory | Promise<Directory>,
): void {
  describe(`${name} keeps the contract of the directory:`, () => {
    let directory: Directory
    beforeEach(async () => {
      directory = await makeDirectory()
    })
    const found = () => directory.foundWorkspace(workspace, joiningOf('a'), null)

    test('the epoch and the sealing key are made once', async () => {
      expect(await directory.epoch()).toMatch(/^\S{8,}$/)
      expect(await directory.epoch()).toBe(await directory.epoch())
      expect(await directory.sealingKey()).toHaveLength(32)
      expect(await directory.sealingKey()).toEqual(await directory.sealingKey())
    })

    test('the first person founds the workspace as its owner', async () => {
      expect(await directory.hasOwner()).toBe(false)
      const founded = await found()
      expect(founded).toEqual({
        ok: true,
        value: {
          id: joiningOf('a').device,
          number: 1,
          member: joiningOf('a').member,
          workspace,
          access: 'owner',
          outside: false,
          functions: [],
          grants: [],
          accessVersion: 1,
          publicKey: joiningOf('a').publicKey,
          revoked: false,
        },
      })
      expect(await directory.hasOwner()).toBe(true)
      expect(await directory.device(joiningOf('a').device)).toEqual(founded.ok && founded.value)
    })

    test('of two founding at once one becomes owner, the other leaves nothing behind', async () => {
      const both = await Promise.all([
        found(),
        directory.foundWorkspace({ id: workspaceNamed('x'), name: 'Other' }, joiningOf('b'), null),
      ])
      expect(both.filter((answer) => answer.ok)).toHaveLength(1)
      expect(both).toContainEqual({ ok: false, refusal: 'owner-exists' })
      expect(await directory.device(joiningOf('b').device)).toBeNull()
      expect(await directory.people(workspaceNamed('x'))).toEqual([])
    })

    test('founding again with the same key and ids is answered as before, with others refused', async () => {
      const founded = await found()
      expect(await found()).toEqual(founded)
      expect(
        await directory.foundWorkspace(
          { id: workspaceNamed('x'), name: 'Other' },
          joiningOf('a'),
          null,
        ),
      ).toEqual({ ok: false, refusal: 'owner-exists' })
    })

    test('an owner link founds one more workspace, whose ids nobody has', async () => {
      await found()
      const other = { id: workspaceNamed('x'), name: 'Other' }
      const secret = secretOf('o')
      await directory.setOwnerSecret(secret)
      expect(await directory.foundWorkspace(other, joiningOf('b'), secretOf('p'))).toEqual({
        ok: false,
        refusal: 'owner-exists',
      })
      expect(await directory.foundWorkspace(workspace, joiningOf('b'), secret)).toEqual({
        ok: false,
        refusal: 'owner-exists',
      })
      const taken = { ...joiningOf('b'), member: joiningOf('a').member }
      expect(await directory.foundWorkspace(other, taken, secret)).toEqual({
        ok: false,
        refusal: 'owner-exists',
      })
      const founded = await directory.foundWorkspace(other, joiningOf('b'), secret)
      expect(founded).toMatchObject({ ok: true, value: { workspace: other, access: 'owner' } })
      expect(await directory.people(other.id)).toHaveLength(1)
      expect(await directory.people(workspace.id)).toHaveLength(1)
      // Used up, but not for whom it let in.
      expect(await directory.foundWorkspace(other, joiningOf('b'), secret)).toEqual(founded)
      expect(
        await directory.foundWorkspace(
          { id: workspaceNamed('y'), name: 'Third' },
          joiningOf('c'),
          secret,
        ),
      ).toEqual({ ok: false, refusal: 'owner-exists' })
    })

    test('the owner link works once, and only the newest', async () => {
      expect(await directory.ownerSecretMatches(secretOf('o'))).toBe(false)
      await directory.setOwnerSecret(secretOf('o'))
      await directory.setOwnerSecret(secretOf('p'))
      expect(await directory.ownerSecretMatches(secretOf('o'))).toBe(false)
      expect(await directory.ownerSecretMatches(secretOf('p'))).toBe(true)
      await found()
      expect(await directory.ownerSecretMatches(secretOf('p'))).toBe(false)
    })

    test('an invite is looked at without being used, and makes a member once redeemed', async () => {
      await found()
      await directory.perform(founder, inviteOf('k', { access: 'lead' }), 5)
      const look = () => directory.lookAtInvite(inviteNamed('k'), secretOf('s'), 50)
      expect(await look()).toEqual({
        ok: true,
        value: {
          for: 'member',
          workspace: workspace.name,
          id: workspace.id,
          access: 'lead',
          expiresAt: 100,
          name: 'Person a',
          topics: 0,
        },
      })
      expect(await look()).toMatchObject({ ok: true })
      const joined = await directory.redeemInvite(inviteNamed('k'), secretOf('s'), joiningOf('b'))
      expect(joined).toMatchObject({
        ok: true,
        value: { access: 'lead', number: 2, workspace, member: joiningOf('b').member },
      })
      expect(await directory.people(workspace.id)).toEqual([
        {
          ...inside,
          member: joiningOf('a').member,
          name: 'Person a',
          access: 'owner',
          devices: [1],
        },
        {
          ...inside,
          member: joiningOf('b').member,
          name: 'Person b',
          access: 'lead',
          devices: [2],
        },
      ])
      expect(await look()).toEqual({ ok: false, refusal: 'invite-used-up' })
    })

    test('two redeeming the last use at once: one joins, the other is refused and leaves nothing behind', async () => {
      await found()
      await directory.perform(founder, inviteOf('k', { uses: 2 }), 5)
      const redeem = (letter: string) =>
        directory.redeemInvite(inviteNamed('k'), secretOf('s'), joiningOf(letter))
      await redeem('b')
      const both = await Promise.all([redeem('c'), redeem('d')])
      expect(both.filter((answer) => answer.ok)).toHaveLength(1)
      expect(both).toContainEqual({ ok: false, refusal: 'invite-used-up' })
      expect(await directory.people(workspace.id)).toHaveLength(3)
    })

    test('an invite ends at its hour, not before', async () => {
      await found()
      await directory.perform(founder, inviteOf('k', { expiresAt: 100 }), 5)
      const redeem = (letter: string, at: number) =>
        directory.redeemInvite(inviteNamed('k'), secretOf('s'), joiningOf(letter, { at }))
      expect(await directory.lookAtInvite(inviteNamed('k'), secretOf('s'), 100)).toEqual({
        ok: false,
        refusal: 'invite-expired',
      })
      expect(await redeem('b', 100)).toEqual({ ok: false, refusal: 'invite-expired' })
      expect(await redeem('b', 99)).toMatchObject({ ok: true })
    })

    test('a revoked invite is refused, and only its own workspace can revoke it', async () => {
      await found()
      await directory.perform(founder, inviteOf('k'), 5)
      const stranger = { ...founder, workspace: workspaceNamed('x') }
      const end = (letter: string, by = founder) => directory.perform(by, inviteEnded(letter), 6)
      expect(await end('k', stranger)).toEqual({ ok: false, refusal: 'no-access' })
      expect(await end('m')).toEqual({ ok: false, refusal: 'not-found' })
      expect(await end('k')).toEqual({ ok: true, value: null })
      expect(await end('k')).toEqual({ ok: true, value: null })
      expect(await directory.redeemInvite(inviteNamed('k'), secretOf('s'), joiningOf('b'))).toEqual(
        { ok: false, refusal: 'invite-revoked' },
      )
    })

    test('a wrong secret learns nothing: an unknown, an expired and a revoked invite answer alike', async () => {
      await found()
      await directory.perform(founder, inviteOf('k', { expiresAt: 1 }), 5)
      await directory.perform(founder, inviteOf('m'), 5)
      await directory.perform(founder, inviteEnded('m'), 6)
      for (const letter of ['k', 'm', 'n']) {
        for (const secret of [secretOf('x'), new Uint8Array(), secretOf('s').slice(1)]) {
          expect(await directory.lookAtInvite(inviteNamed(letter), secret, 50)).toEqual({
            ok: false,
            refusal: 'invite-wrong',
          })
          expect(await directory.redeemInvite(inviteNamed(letter), secret, joiningOf('b'))).toEqual(
            { ok: false, refusal: 'invite-wrong' },
          )
        }
      }
      expect(await directory.device(joiningOf('b').device)).toBeNull()
    })

    test('a device that joined and asks again gets the same answer and uses nothing up', async () => {
      await found()
      await directory.perform(founder, inviteOf('k', { uses: 2 }), 5)
      const redeem = (letter = 'b') =>
        directory.redeemInvite(inviteNamed('k'), secretOf('s'), joiningOf(letter))
      const first = await redeem()
      expect(await redeem()).toEqual(first)
      expect(await redeem('c')).toMatchObject({ ok: true })
      expect(await directory.people(workspace.id)).toHaveLength(3)
      await directory.perform(founder, inviteEnded('k'), 6)
      expect(await redeem()).toEqual({ ok: false, refusal: 'invite-revoked' })
    })

    test('a token opens its session until its hour, for its device and document', async () => {
      await found()
      const device = joiningOf('a').device
      const doc = docNameSchema.parse(`brief-${'b'.repeat(26)}`)
      await directory.openSession(secretOf('t'), { kind: 'device', device }, 100, 10)
      await directory.openSession(secretOf('u'), { kind: 'document', device, doc }, 200, 10)
      expect(await directory.session(secretOf('t'), 99)).toEqual({ kind: 'device', device })
      expect(await directory.session(secretOf('u'), 99)).toEqual({ kind: 'document', device, doc })
      expect(await directory.session(secretOf('x'), 99)).toBeNull()
      expect(await directory.session(secretOf('t'), 100)).toBeNull()
      await directory.openSession(secretOf('v'), { kind: 'device', device }, 300, 150)
      expect(await directory.session(secretOf('t'), 50)).toBeNull()
      expect(await directory.session(secretOf('u'), 150)).toMatchObject({ kind: 'document' })
    })

    test('a revoked person’s devices are known as revoked, signed out, and let in by no invite again', async () => {
      await found()
      await directory.perform(founder, inviteOf('k', { uses: 5 }), 5)
      const redeem = () => directory.redeemInvite(inviteNamed('k'), secretOf('s'), joiningOf('b'))
      const joined = await redeem()
      const { member, device } = joiningOf('b')
      await directory.openSession(secretOf('t'), { kind: 'device', device }, 100, 10)
      const remove: Act = { kind: 'member', outcome: 'removed', scope, subject: member, body: {} }
      expect((await directory.device(device))?.revoked).toBe(false)
      expect(await directory.perform(founder, remove, 20)).toMatchObject({ ok: true })
      expect(await directory.perform(founder, remove, 20)).toMatchObject({ ok: true })
      const version = joined.ok ? joined.value.accessVersion : 0
      expect(await directory.device(device)).toMatchObject({
        revoked: true,
        accessVersion: version + 1,
      })
      expect(await directory.session(secretOf('t'), 50)).toBeNull()
      expect(await redeem()).toEqual({ ok: false, refusal: 'invite-wrong' })
      expect((await directory.device(joiningOf('a').device))?.revoked).toBe(false)
    })

    test('a revoked device is signed out and its access version raised, nobody else is touched', async () => {
      await found()
      await directory.perform(founder, inviteOf('k'), 5)
      await directory.redeemInvite(inviteNamed('k'), secretOf('s'), joiningOf('b'))
      const { device } = joiningOf('b')
      await directory.openSession(
        secretOf('t'),
        { kind: 'document', device, doc: docNameSchema.parse(`brief-${'b'.repeat(26)}`) },
        100,
        10,
      )
      const revoke = (subject: DeviceId): Act => ({
        kind: 'device',
        outcome: 'revoked',
        scope,
        subject,
        body: {},
      })
      expect(await directory.perform(founder, revoke(joiningOf('z').device), 20)).toEqual({
        ok: false,
        refusal: 'not-found',
      })
      expect(await directory.session(secretOf('t'), 50)).not.toBeNull()
      const before = await directory.device(device)
      expect(await directory.perform(founder, revoke(device), 20)).toMatchObject({ ok: true })
      expect(await directory.perform(founder, revoke(device), 20)).toMatchObject({ ok: true })
      expect(await directory.device(device)).toMatchObject({
        revoked: true,
        accessVersion: (before?.accessVersion ?? 0) + 1,
      })
      expect(await directory.session(secretOf('t'), 50)).toBeNull()
      expect((await directory.device(founder.device))?.revoked).toBe(false)
    })

    test('nobody unknown is found', async () => {
      expect(await directory.device(joiningOf('z').device)).toBeNull()
      expect(await directory.people(workspace.id)).toEqual([])
    })
  })
}
