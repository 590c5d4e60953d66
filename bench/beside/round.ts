import type { N8nClient } from '../../scripts/n8n/client';
import { addToCampaign } from '../addToCampaign';
import { contactPosts, type Journal } from '../journal';
import type { Latency } from '../latencies';
import type { SandboxProcess } from '../sandboxProcess';
import { rowsNode, trigger, workflowOf } from '../workflow';
import { openCampaignList } from './campaignList';

/** One thing that asked beside a large run, or alone. */
export interface Waited {
	what: 'Run of 20 rows' | 'List of campaigns';
	latency: string;
	isAlone: boolean;
	/** From when it asked until its first request arrived; that is n8n's own work too. */
	milliseconds: number;
	/** The most requests of the large run that arrived before one of its own that was ready to leave. */
	turns: number;
	/** Requests of the large run that were under way when it asked. */
	underWay: number;
}

/** A server, its sandbox, and what is added to a time of the journal to make milliseconds since 1970. */
interface Place {
	client: N8nClient;
	sandbox: SandboxProcess;
	epoch: number;
}

/** Milliseconds since 1970. */
interface Asked {
	what: Waited['what'];
	at: number;
	arrivedAt: number;
	/** Spans in which a request of it was ready to leave, from when it was to when it arrived. */
	ready: Array<[from: number, until: number]>;
}

const largeRows = 100_000;
const smallRows = 20;
/** So often each of the two is tried beside one large run. */
const times = 3;
/** The large run has sent so many requests when the first of them comes. */
const alreadySent = 15;
/** Between two tries. */
const pauseMs = 600;
const patience = 180_000;

const pause = async (milliseconds: number) =>
	await new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Runs 20 rows and opens the list of campaigns, in turns, first alone and then while 100,000 rows are under way. */
export async function runBesideRound(
	client: N8nClient,
	sandbox: SandboxProcess,
	latency: Latency,
): Promise<Waited[]> {
	await sandbox.reset(latency);
	const { now } = await sandbox.summary();
	const place = { client, sandbox, epoch: Date.now() - now };
	const campaignId = await sandbox.newCampaign('Large');
	const large = await client.createWorkflow(
		workflowOf('Large', [trigger, rowsNode(largeRows), addToCampaign(campaignId)]),
	);
	const smalls = await Promise.all(
		Array.from({ length: times + 1 }, async (_, index) => await createSmall(place, index)),
	);
	const alone = [await runSmall(place, smalls[times]), await openList(place)];

	const execution = await client.startWorkflow(large, trigger.name);
	while (contactPosts(await sandbox.journal(), campaignId).length < alreadySent) await pause(20);
	// None is waited for: where answers take long, the large run would have sent everything meanwhile.
	const asked: Array<Promise<Asked>> = [];
	for (const small of smalls.slice(0, times)) {
		asked.push(runSmall(place, small));
		await pause(pauseMs);
		asked.push(openList(place));
		await pause(pauseMs);
	}
	const { status } = await client.waitForExecution(execution, patience);
	if (status !== 'success') throw new Error(`The large run ended with ${status}.`);

	const beside = await Promise.all(asked);
	const posts = contactPosts(await sandbox.journal(), campaignId);
	const ends = (posts.at(-1)?.at ?? 0) + place.epoch;
	const late = beside.filter(({ at }) => at > ends);
	if (late.length > 0) throw new Error(`The large run had sent everything before ${late.length} asked.`);
	const toWaited = (one: Asked, isAlone: boolean): Waited => ({
		what: one.what,
		latency: latency.label,
		isAlone,
		milliseconds: one.arrivedAt - one.at,
		turns: Math.max(0, ...one.ready.map((span) => arrivedWithin(posts, span, place.epoch))),
		underWay: underWay(posts, one.at - place.epoch),
	});
	return [...alone.map((one) => toWaited(one, true)), ...beside.map((one) => toWaited(one, false))];
}

function arrivedWithin(posts: Journal, [from, until]: [number, number], epoch: number): number {
	return posts.filter(({ at }) => at + epoch > from && at + epoch < until).length;
}

function underWay(posts: Journal, moment: number): number {
	return posts.filter(({ at, finishedAt = Infinity }) => at <= moment && finishedAt > moment).length;
}

interface Small {
	campaignId: number;
	workflow: string;
}

async function createSmall({ client, sandbox }: Place, index: number): Promise<Small> {
	const campaignId = await sandbox.newCampaign(`Small ${index}`);
	const rows = rowsNode(smallRows, largeRows + index * smallRows);
	const workflow = await client.createWorkflow(
		workflowOf(`Small ${index}`, [trigger, rows, addToCampaign(campaignId, { batchSize: 1 })]),
	);
	return { campaignId, workflow };
}

/** It asks when n8n starts its Altur node; each row is a request, the next of which is ready when the one before has left. */
async function runSmall({ client, sandbox, epoch }: Place, small: Small | undefined): Promise<Asked> {
	if (!small) throw new Error('There is no such run.');
	const { data, status } = await client.runWorkflow(small.workflow, trigger.name, patience);
	const [run] = data.resultData.runData[addToCampaign(small.campaignId).name] ?? [];
	const arrivals = contactPosts(await sandbox.journal(), small.campaignId).map(({ at }) => at + epoch);
	const [arrivedAt] = arrivals;
	if (!run || arrivedAt === undefined) throw new Error(`A run of ${smallRows} rows sent nothing: ${status}.`);
	const ready = arrivals.slice(1).map((at, index): [number, number] => [arrivals[index] ?? at, at]);
	return { what: 'Run of 20 rows', at: run.startTime, arrivedAt, ready };
}

/** It asks when the editor asks n8n; n8n then asks Altur for the first page, and for more behind it. */
async function openList({ client, sandbox, epoch }: Place): Promise<Asked> {
	const at = Date.now();
	await openCampaignList(client);
	const requests = (await sandbox.journal()).filter((one) => one.method === 'GET' && one.at + epoch >= at);
	const [page] = requests;
	if (!page) throw new Error('The list of campaigns did not ask Altur.');
	const answeredAt = (page.finishedAt ?? page.at) + epoch;
	const [channel] = requests.filter((one) => one.at + epoch > answeredAt);
	const ready: Asked['ready'] = channel ? [[answeredAt, channel.at + epoch]] : [];
	return { what: 'List of campaigns', at, arrivedAt: page.at + epoch, ready };
}
