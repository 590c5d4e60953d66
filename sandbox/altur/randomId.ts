import { randomBytes } from 'node:crypto';

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * An ID as Altur writes them, for example `evt_3kQpZ7tA9bN2cV1hX0sR`. By chance and not counted: who was told of an
 * event by an earlier sandbox would take the first one of the next for known.
 */
export function randomId(kind: 'cll' | 'thr' | 'evt'): string {
	const drawn = [...randomBytes(20)].map((byte) => letters.charAt(byte % letters.length));
	return `${kind}_${drawn.join('')}`;
}
