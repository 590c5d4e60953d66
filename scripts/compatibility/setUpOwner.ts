import { z } from 'zod';
import { owner } from '../n8n/owner';

const settings = z.object({
	data: z.object({ userManagement: z.object({ showSetupOnFirstLoad: z.boolean().optional() }) }),
});

/** Fills in n8n's set-up page, for versions that do not take the owner from the environment. */
export async function setUpOwner(url: string): Promise<void> {
	const { userManagement } = settings.parse(await (await fetch(`${url}/rest/settings`)).json()).data;
	if (!userManagement.showSetupOnFirstLoad) return;
	const { email, firstName, lastName, password } = owner;
	const answer = await fetch(`${url}/rest/owner/setup`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ email, firstName, lastName, password }),
	});
	if (!answer.ok) throw new Error(`n8n does not take the owner: ${await answer.text()}`);
}
