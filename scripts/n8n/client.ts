import { parse as parseFlatted } from 'flatted';
import { z } from 'zod';
import { N8nRefusedError, N8nSession } from './session';
import { executionData, type ExecutionData } from './runData';

const withId = z.object({ id: z.string() });
const withStatus = z.object({ status: z.string() });
const ended = ['success', 'error', 'crashed', 'canceled'];

const executionRecord = z.object({
	id: z.coerce.string(),
	status: z.string(),
	mode: z.string(),
	retryOf: z.coerce.string().nullish(),
	startedAt: z.string().nullish(),
	stoppedAt: z.string().nullish(),
	/** `flatted` JSON: every value stored once, referred to by number. */
	data: z.string().transform((text): ExecutionData => executionData.parse(parseFlatted(text))),
});
export type Execution = z.infer<typeof executionRecord>;

/** What n8n says of a credential test. */
const testResult = z.object({ status: z.enum(['OK', 'Error']), message: z.string().optional() });

const publication = z.object({
	status: z.enum(['in_progress', 'published', 'failed', 'partial', 'not_published']),
	triggers: z.array(z.object({ errorMessage: z.string().nullish() })),
});

const executionList = z.object({
	results: z.array(z.object({ id: z.coerce.string() })),
	nextCursor: z.string().nullish(),
});

interface NewCredential {
	name: string;
	type: string;
	data: Record<string, unknown>;
}

/** The parts of n8n's REST API that the demo and the tests need. Ids are n8n's. */
export class N8nClient {
	private constructor(readonly session: N8nSession) {}

	/**
	 * Signs the owner in at a running n8n, e.g. `N8nClient.signIn(server.url)`.
	 *
	 * @param watches as for {@link N8nSession.signIn}
	 */
	static async signIn(url: string, watches?: boolean): Promise<N8nClient> {
		return new N8nClient(await N8nSession.signIn(url, watches));
	}

	/** @returns the id of the new credential */
	async createCredential(credential: NewCredential): Promise<string> {
		return (await this.session.request(withId, 'POST', '/rest/credentials', credential)).id;
	}

	/** Presses "Test" on a stored credential, or on values that were typed and not saved (`data`). */
	async testCredential(credential: NewCredential & { id: string }): Promise<z.infer<typeof testResult>> {
		return await this.session.request(testResult, 'POST', '/rest/credentials/test', {
			credentials: credential,
		});
	}

	/** @returns the id of the new workflow */
	async createWorkflow(workflow: {
		name: string;
		nodes: unknown[];
		connections: object;
		settings?: object;
		pinData?: object;
	}): Promise<string> {
		const settings = { executionOrder: 'v1', ...workflow.settings };
		return (await this.session.request(withId, 'POST', '/rest/workflows', { ...workflow, settings })).id;
	}

	/**
	 * Publishes a stored workflow, and waits until its triggers wait for something.
	 * @throws N8nRefusedError when n8n refuses; Error with what a trigger says that does not start
	 */
	async publishWorkflow(id: string): Promise<void> {
		const version = z.object({ versionId: z.string() });
		const { versionId } = await this.session.request(version, 'GET', `/rest/workflows/${id}`);
		await this.session.request(z.unknown(), 'POST', `/rest/workflows/${id}/activate`, { versionId });
		await this.untilPublication(id, 'published');
	}

	/** Takes a published workflow back, and waits until its triggers no longer wait. */
	async unpublishWorkflow(id: string): Promise<void> {
		await this.session.request(z.unknown(), 'POST', `/rest/workflows/${id}/deactivate`, {});
		await this.untilPublication(id, 'not_published');
	}

	/** The newest n8n publishes in the background; older ones have published by the time they answer. */
	private async untilPublication(id: string, wanted: 'published' | 'not_published'): Promise<void> {
		for (;;) {
			const status = await this.publicationStatus(id);
			if (status === wanted || status === undefined) return;
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}

	/** @returns undefined where n8n knows no such status. @throws Error with what a trigger says that does not start */
	private async publicationStatus(id: string): Promise<string | undefined> {
		try {
			const path = `/rest/workflows/${id}/publication-status`;
			const { status, triggers } = await this.session.request(publication, 'GET', path);
			if (status !== 'failed' && status !== 'partial') return status;
			throw new Error(triggers.map(({ errorMessage }) => errorMessage ?? '').join('\n'));
		} catch (error) {
			if (error instanceof N8nRefusedError && error.status === 404) return undefined;
			throw error;
		}
	}

	/** The IDs of a workflow's executions, the newest first. */
	async executionsOf(workflowId: string): Promise<string[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const found = new Set<string>();
		let cursor: string | null | undefined;
		do {
			const from = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
			const path = `/rest/executions?filter=${filter}&limit=100${from}`;
			const page = await this.session.request(executionList, 'GET', path);
			for (const { id } of page.results) found.add(id);
			cursor = page.nextCursor;
		} while (cursor);
		return [...found];
	}

	/** Ids and names of all workflows. */
	async workflows(): Promise<Array<{ id: string; name: string }>> {
		return await this.session.request(z.array(withId.extend({ name: z.string() })), 'GET', '/rest/workflows');
	}

	/** Starts a stored workflow from its trigger, as "Execute workflow" does; does not wait. @returns the execution's id */
	async startWorkflow(id: string, trigger: string): Promise<string> {
		const started = z.object({ executionId: z.string() });
		// n8n 2.8 runs what the editor shows; later versions run what is stored.
		const workflowData = await this.session.request(z.record(z.unknown()), 'GET', `/rest/workflows/${id}`);
		const body = { workflowData, triggerToStartFrom: { name: trigger } };
		return (await this.session.request(started, 'POST', `/rest/workflows/${id}/run`, body)).executionId;
	}

	/** Starts a stored workflow and waits until it has ended, well or badly. */
	async runWorkflow(id: string, trigger: string, patience?: number): Promise<Execution> {
		return await this.waitForExecution(await this.startWorkflow(id, trigger), patience);
	}

	/** The record of an execution that has ended. */
	async execution(id: string): Promise<Execution> {
		return await this.session.request(executionRecord, 'GET', `/rest/executions/${id}`);
	}

	/** The status of an execution, which may be under way. */
	async status(id: string): Promise<string> {
		return (await this.session.request(withStatus, 'GET', `/rest/executions/${id}`)).status;
	}

	/** The custom data of an execution, as far as n8n has stored it. */
	async customData(id: string): Promise<Record<string, string>> {
		const record = z.object({ customData: z.record(z.string()) });
		return (await this.session.request(record, 'GET', `/rest/executions/${id}`)).customData;
	}

	/**
	 * Waits until an execution has ended, well or badly.
	 * @param patience milliseconds, default 60,000
	 * @throws Error when it has not ended by then
	 */
	async waitForExecution(id: string, patience = 60_000): Promise<Execution> {
		const giveUp = Date.now() + patience;
		for (;;) {
			const status = await this.status(id);
			if (ended.includes(status)) return await this.execution(id);
			if (Date.now() > giveUp) throw new Error(`Execution ${id} is still ${status} after ${patience} ms.`);
			await new Promise((resolve) => setTimeout(resolve, 150));
		}
	}

	/**
	 * Presses "Retry" on a failed execution and waits until the new one has ended.
	 * @param currentWorkflow whether the workflow as it is now is used, not as it was when it failed
	 */
	async retryExecution(id: string, currentWorkflow = false): Promise<Execution> {
		const retried = z.object({ id: z.coerce.string() });
		const answer = await this.session.request(retried, 'POST', `/rest/executions/${id}/retry`, {
			loadWorkflow: currentWorkflow,
		});
		return await this.waitForExecution(answer.id);
	}

	/** Asks n8n to stop a running execution, as the Stop button does. */
	async stopExecution(id: string): Promise<void> {
		await this.session.request(z.unknown(), 'POST', `/rest/executions/${id}/stop`);
	}
}
