import { createHmac } from 'node:crypto';

/**
 * What stands in X-Altur-Signature.
 * @param secret the shared secret, in base64
 * @param message the text that is signed
 * @returns 44 characters of base64
 */
export function signature(secret: string, message: string): string {
	return createHmac('sha256', Buffer.from(secret, 'base64')).update(message, 'utf8').digest('base64');
}
