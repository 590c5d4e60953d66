import type { N8nClient } from '../../../scripts/n8n/client';
import { crowd, type Crowd } from './crowd';
import { callWithAll } from '../../webhook/callTrigger';
import { begunWith } from './publishedTrigger';

/** The fewest that hold every kind of event, every form of the body, repetitions at once and late. */
const crowdSize = 100;

interface Published {
	workflowId: string;
	path: string;
}

/** Sends a crowd of events, and expects a run for each genuine one. @returns what was sent */
export async function expectCrowdOnce(
	client: N8nClient,
	url: string,
	{ workflowId, path }: Published,
): Promise<Crowd> {
	const made = crowd(crowdSize);
	const answers = await callWithAll(url + path, made.sent);
	expect(answers.map(({ status }) => status)).toEqual(
		made.sent.map((_, place) => (made.forged.has(place) ? 401 : 200)),
	);
	const known = (await begunWith(client, workflowId)).map(({ call_id, event_id }) => call_id ?? event_id);
	expect(known.sort()).toEqual([...made.genuine].sort());
	return made;
}

/** Sends them all once more, and expects the same answers and no other run. */
export async function expectNothingAgain(
	client: N8nClient,
	url: string,
	{ workflowId, path }: Published,
	{ sent, genuine, forged }: Crowd,
): Promise<void> {
	const answers = await callWithAll(url + path, sent);
	expect(answers.filter(({ status }) => status === 200)).toHaveLength(sent.length - forged.size);
	expect(await client.executionsOf(workflowId)).toHaveLength(genuine.size);
}
