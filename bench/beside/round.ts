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
	/** From when it asked until its first request arrived. */
	milliseconds: number;
	/** Requests of the large run that arrived meanwhile. */
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
		...besides(posts, one.at - place.epoch, one.arrivedAt - place.epoch),
	});
	return [...alone.map((one) => toWaited(one, true)), ...beside.map((one) => toWaited(one, false))];
}

/** What the large run did between two moments of the journal's clock. */
function besides(posts: Journal, from: number, until: number): Pick<Waited, 'turns' | 'underWay'> {
	return {
		turns: posts.filter(({ at }) => at > from && at < until).length,
		underWay: posts.filter(({ at, finishedAt = Infinity }) => at <= from && finishedAt > from).length,
	};
}

interface Small {
	campaignId: number;
	workflow: string;
}

async function createSmall({ client, sandbox }: Place, index: number): Promise<Small> {
	const campaignId = await sandbox.newCampaign(`Small ${index}`);
	const rows = rowsNode(smallRows, largeRows + index * smallRows);
	const workflow = await client.createWorkflow(
		workflowOf(`Small ${index}`, [trigger, rows, addToCampaign(campaignId)]),
	);
	return { campaignId, workflow };
}

/** It asks when n8n starts its Altur node. */
async function runSmall({ client, sandbox, epoch }: Place, small: Small | undefined): Promise<Asked> {
	if (!small) throw new Error('There is no such run.');
	const { data, status } = await client.runWorkflow(small.workflow, trigger.name, patience);
	const [run] = data.resultData.runData[addToCampaign(small.campaignId).name] ?? [];
	const [post] = contactPosts(await sandbox.journal(), small.campaignId);
	if (!run || !post) throw new Error(`A run of ${smallRows} rows sent nothing: ${status}.`);
	return { what: 'Run of 20 rows', at: run.startTime, arrivedAt: post.at + epoch };
}

/** It asks when the editor asks n8n; n8n then asks Altur for the first page, and for more behind it. */
async function openList({ client, sandbox, epoch }: Place): Promise<Asked> {
	const at = Date.now();
	await openCampaignList(client);
	const pages = (await sandbox.journal()).filter(
		({ method, query, at: arrived }) =>
			method === 'GET' && query.integration === undefined && arrived + epoch >= at,
	);
	const [page] = pages;
	if (!page) throw new Error('The list of campaigns did not ask Altur.');
	return { what: 'List of campaigns', at, arrivedAt: page.at + epoch };
}
