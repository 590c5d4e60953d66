import {
	byteFormNames,
	callEnd,
	campaignFinished,
	cycleCompleted,
	signed,
	type SignedEvent,
} from '../../webhook/signedEvents';

/** Events as an afternoon of campaigns sends them. */
export interface Crowd {
	/** Seven in ten are events, two repetitions of them, one was signed by somebody else. */
	sent: SignedEvent[];
	/** By which the genuine ones are known in the output. */
	genuine: Set<string>;
	/** Places of those that somebody else signed. */
	forged: Set<number>;
}

/**
 * Makes events of all kinds, in all forms of the body, repetitions and forgeries between them.
 *
 * @param size how many in all, a multiple of ten
 */
export function crowd(size: number): Crowd {
	const [genuineEvents, repetitions, forgeries] = [size * 0.7, size * 0.2, size * 0.1];
	const genuine = new Set<string>();
	const events = Array.from({ length: genuineEvents }, (_, number): SignedEvent => {
		const form = byteFormNames[number % byteFormNames.length] ?? 'compact';
		const id = `${number % 5 === 3 ? 'evt' : number % 5 === 4 ? 'cyc' : 'cll'}_${number}`;
		genuine.add(id);
		if (id.startsWith('evt')) return signed(campaignFinished(id), form);
		if (id.startsWith('cyc')) return signed(cycleCompleted(id), form);
		return signed(callEnd(id, number % 7 === 0 ? { campaign_user: null } : {}), form);
	});
	const sent = [...events];
	// Most come long after the first one, some at the same moment.
	for (let number = 0; number < repetitions; number++) {
		const event = events[(number * 3) % genuineEvents];
		if (event) sent.splice(number % 4 === 0 ? sent.indexOf(event) + 1 : sent.length, 0, event);
	}
	const forged = new Set<number>();
	for (let number = 0; number < forgeries; number++) {
		const place = number * 9;
		const { body } = signed(callEnd(`forged_${number}`));
		const { signature } = signed(callEnd(`forged_${number}`), 'compact', 'YW5vdGhlci1zZWNyZXQ=');
		sent.splice(place, 0, { body, signature });
	}
	for (const [place, { body }] of sent.entries()) if (body.includes('forged_')) forged.add(place);
	return { sent, genuine, forged };
}
