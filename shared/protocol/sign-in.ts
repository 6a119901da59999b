/**
 * The exact texts a device signs (ECDSA P-256 over SHA-256, signature as raw r‖s of 64 bytes, base64url).
 * They name the purpose, the version and the host the device believes it talks to, so that a signature for one
 * relay or purpose is worth nothing at another. A device's id is the base 32 of the first 16 bytes of the SHA-256
 * of its public key in SPKI form, so a key proves its id.
 */
export const signInText = (host: string, device: string, nonce: string): string =>
  `asterism sign-in 1\n${host}\n${device}\n${nonce}`

export const joinText = (host: string, invite: string, device: string, name: string): string =>
  `asterism join 1\n${host}\n${invite}\n${device}\n${name}`

/** A founder signs the ids they chose, too. */
export const foundText = (
  host: string,
  invite: string,
  device: string,
  name: string,
  found: { readonly workspace: string; readonly member: string },
): string => `${joinText(host, invite, device, name)}\n${found.workspace}\n${found.member}`
