import { createHmac, timingSafeEqual } from 'crypto';
import { signedTexts } from './signedTexts';

/** HMAC-SHA256. */
const digestBytes = 32;

/**
 * Whether a body was signed with the secret that Altur and its receiver share: `X-Altur-Signature` is the base64 of the
 * HMAC-SHA256 of the payload, its key the base64-decoded secret (docs.altur.io, Webhooks Overview, "Securing Your Webhooks").
 *
 * @param signature the header, if there was one
 * @param secret as the credential holds it
 */
export function isSigned(rawBody: Buffer, signature: string | undefined, secret: string): boolean {
	const given = Buffer.from(signature?.trim() ?? '', 'base64');
	if (given.length !== digestBytes) return false;
	const key = Buffer.from(secret, 'base64');
	for (const text of signedTexts(rawBody)) {
		if (timingSafeEqual(createHmac('sha256', key).update(text).digest(), given)) return true;
	}
	return false;
}
