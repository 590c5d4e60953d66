import { createHash } from 'crypto';

/**
 * Makes the idempotency key of a request: the same for the same content in the same scope, so that a repeated
 * request is recognised as such by the service, whoever repeats it (a retry here, Retry On Fail, a retried execution).
 *
 * @param parts what the request is for: scope, target, policy, number of the batch
 * @param body the bytes that are sent
 * @returns a UUID in the shape of version 5 (SHA-1, RFC 9562), as the vendor pages advise UUIDs
 */
export function idempotencyKey(parts: readonly string[], body: Uint8Array): string {
	const digest = createHash('sha1').update(JSON.stringify(parts)).update('\n').update(body).digest();
	digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
	digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
	const hex = digest.toString('hex', 0, 16);
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
