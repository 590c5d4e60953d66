import type { AlturSandbox } from '../../../sandbox/altur/startAlturSandbox';

/** The contacts of one campaign, as Altur keeps them. */
export function contactsOf(sandbox: AlturSandbox, campaignId: number) {
	return sandbox.state().campaigns.find(({ id }) => id === campaignId)?.contacts ?? [];
}

/** The requests that added contacts, in order of arrival. */
export function contactPosts(sandbox: AlturSandbox) {
	return sandbox.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/contacts'));
}

/** Waits until so many requests with contacts have arrived. @throws Error after a minute */
export async function untilPosts(sandbox: AlturSandbox, count: number): Promise<void> {
	const giveUp = Date.now() + 60_000;
	while (contactPosts(sandbox).length < count) {
		if (Date.now() > giveUp)
			throw new Error(`Only ${contactPosts(sandbox).length} of ${count} requests arrived`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}
