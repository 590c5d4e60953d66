import { startAlturSandbox, type AlturSandbox } from '../../sandbox/altur/startAlturSandbox';
import { outcomes } from '../../sandbox/altur/playing/outcome';
import type { SandboxRequest } from './sandboxRequests';

const phone = (place: number): string => `+5255100000${String(place).padStart(2, '0')}`;

/** Waits until something holds. @throws Error when it does not within ten seconds */
async function until(holds: () => boolean): Promise<void> {
	const giveUp = Date.now() + 10_000;
	while (!holds()) {
		if (Date.now() > giveUp) throw new Error('The campaign was not played in ten seconds.');
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}

/**
 * A local Altur in which a campaign was played, with calls that ended in each way and one that goes on, and the
 * requests that show them.
 */
export async function playedCampaign(): Promise<{ sandbox: AlturSandbox; requests: SandboxRequest[] }> {
	const sandbox = await startAlturSandbox({
		rateLimit: false,
		timeScale: 1000,
		play: {
			concurrency: 20,
			callsPerSecond: 1000,
			outcomes: Object.fromEntries(outcomes.map((outcome, place) => [phone(place), outcome])),
		},
	});
	const { id } = sandbox.addCampaign({
		contacts: outcomes.map((_, place) => ({ contact: phone(place), name: 'Ana', f_id: `C-${place}` })),
		cycles: { enabled: true, mode: 'cooldown', max_iterations: 2, cooldown_minutes: 0 },
	});
	const activate = async (campaignId: number): Promise<void> => {
		await fetch(`${sandbox.baseUrl}/campaigns/${campaignId}/activate`, {
			method: 'POST',
			headers: { authorization: `api-key ${sandbox.apiKey}` },
		});
	};
	await activate(id);
	await until(() => sandbox.state().campaigns[0]?.status === 'finished');
	const ended = sandbox.calls();
	// It is told of only when it ends: until then it stands in the list as one that goes on.
	const ringing = sandbox.addCampaign({
		contacts: Array.from({ length: 500 }, (_, place) => ({ contact: `+52551000${1000 + place}` })),
		concurrency: 1,
	});
	await activate(ringing.id);
	const shown = outcomes.flatMap((_, place): string[] => {
		const call = ended.find(({ contact }) => contact?.phone_number === phone(place));
		return call ? [`/call/${call.id}`, `/thread/${call.threadId}`, `/message/${call.threadId}`] : [];
	});
	const paths = [
		'/campaigns',
		`/campaigns/${id}`,
		`/campaigns/${id}/calls`,
		`/campaigns/${ringing.id}/calls?status=in-progress`,
		`/campaigns/${id}/contacts`,
		...shown,
	];
	return { sandbox, requests: paths.map((path) => ({ request: `GET ${path}`, status: 200 })) };
}
