import type { SignedEvent } from './signedEvents';

/** How a call of Altur was answered. */
interface Answer {
	status: number;
	milliseconds: number;
}

/**
 * Calls the trigger as Altur does.
 *
 * @param signature nothing for a call that nobody signed
 * @param hangUp when to wait no longer
 */
export async function call(
	address: string,
	{ body, signature }: Pick<SignedEvent, 'body'> & { signature?: string },
	hangUp?: AbortSignal,
): Promise<Answer> {
	const begun = performance.now();
	const response = await fetch(address, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...(signature && { 'x-altur-signature': signature }) },
		body,
		signal: hangUp,
	});
	await response.arrayBuffer();
	return { status: response.status, milliseconds: performance.now() - begun };
}

/** Calls with all events, so many at a time. @returns the answers in the order of the events */
export async function callWithAll(
	address: string,
	events: readonly SignedEvent[],
	atATime = 20,
): Promise<Answer[]> {
	const answers: Answer[] = [];
	await sideBySide(
		events,
		async (event, index) => {
			answers[index] = await call(address, event);
		},
		atATime,
	);
	return answers;
}

/** Carries all out, so many at a time, beginning in their order. */
export async function sideBySide<Work>(
	all: readonly Work[],
	carryOut: (work: Work, index: number) => Promise<void>,
	atATime = 10,
): Promise<void> {
	const left = all.entries();
	const worker = async () => {
		for (const [index, work] of left) await carryOut(work, index);
	};
	await Promise.all(Array.from({ length: atATime }, worker));
}
