import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ExecutionLifecycleHooks, HookContext, PackageDirectoryLoader, WebhookContext } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodeType,
	type IWebhookData,
	type IWorkflowBase,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { z } from 'zod';
import { repository } from '../../../scripts/repository';
import { additionalDataFor } from './additionalData';
import { GivenCredentials } from './credentialsHelper';
import { GivenNodeTypes } from './testNodes';

const type = 'n8n-nodes-altur.alturTrigger';

/** What a test varies of the trigger, call by call. */
interface TriggerSettings {
	parameters: INodeParameters;
	/** Nothing for a credential that was deleted. */
	credential: IDataObject | undefined;
	mode: WorkflowExecuteMode;
	/** Whether n8n fails to write the run to its database. */
	isDatabaseDown: boolean;
	/** Milliseconds that n8n takes to write the run, or to fail at it. */
	writing: number;
}

/**
 * n8n around the built trigger, for calls over HTTP: its contexts are n8n's own; what its server does is done here in the
 * order in which n8n 2.41 does it, which the tests in a real n8n prove.
 */
export class TriggerHost {
	settings: TriggerSettings;
	/** What runs began with. */
	readonly started: IDataObject[] = [];
	/** What was written to n8n's log. */
	readonly logged: string[] = [];
	/** The database. */
	private staticData: IDataObject = {};

	private constructor(
		private readonly nodeType: INodeType,
		private readonly nodeTypes: GivenNodeTypes,
		private readonly credentialTypes: ConstructorParameters<typeof GivenCredentials>[0],
		private readonly server: ReturnType<typeof createServer>,
		private readonly nodeId: string,
	) {
		this.settings = TriggerHost.defaults();
	}

	private static hosts = 0;

	static defaults(): TriggerSettings {
		return {
			parameters: { events: ['*'], output: 'simple', filters: {}, options: {} },
			credential: { apiKey: 'sandbox-key', webhookSecret: 'dGVzdC1zZWNyZXQ=' },
			mode: 'webhook',
			isDatabaseDown: false,
			writing: 5,
		};
	}

	static async start(): Promise<TriggerHost> {
		const loader = new PackageDirectoryLoader(repository);
		await loader.loadAll();
		const nodeTypes = new GivenNodeTypes();
		for (const [name, { type: loaded }] of Object.entries(loader.nodeTypes)) {
			nodeTypes.add(`${loader.packageName}.${name}`, loaded);
		}
		const credentials = Object.entries(loader.credentialTypes).map(
			([name, { type: loaded }]) => [name, loaded] as const,
		);
		const server = createServer();
		const id = `trigger-${++TriggerHost.hosts}`;
		const host = new TriggerHost(
			nodeTypes.getByNameAndVersion(type),
			nodeTypes,
			new Map(credentials),
			server,
			id,
		);
		server.on('request', (request, response) => {
			host.answer(request, response).catch((error: unknown) => {
				response.statusCode = 599;
				response.end(String(error));
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return host;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
	}

	/** How many events the database holds: what is there after a restart. */
	remembered(): number {
		const ofNode = z
			.object({ startedEvents: z.array(z.string()) })
			.safeParse(this.staticData['node:Altur Trigger']);
		return ofNode.data?.startedEvents.length ?? 0;
	}

	private kept(): IDataObject {
		return JSON.parse(JSON.stringify(this.staticData));
	}

	/** Does what n8n does when the workflow is published. */
	async publish(): Promise<void> {
		const methods = this.nodeType.webhookMethods?.default;
		const { workflow, node, additionalData } = this.prepare(this.kept());
		const context = new HookContext(workflow, node, additionalData, 'trigger', 'activate');
		this.listenToLog(context.logger);
		if (await methods?.checkExists.call(context)) return;
		await methods?.create.call(context);
	}

	async stop(): Promise<void> {
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(Buffer.from(chunk));
		const staticData = this.kept();
		const { workflow, node, additionalData } = this.prepare(staticData);
		const asExpress = {
			status(code: number) {
				response.statusCode = code;
				return asExpress;
			},
			json(body: unknown) {
				response.setHeader('content-type', 'application/json');
				response.end(JSON.stringify(body));
			},
		};
		const httpRequest = Object.assign(request, { rawBody: Buffer.concat(chunks), body: {} });
		const httpResponse = Object.assign(response, asExpress);
		const webhookData: IWebhookData = {
			httpMethod: 'POST',
			node: node.name,
			path: 'webhook',
			webhookDescription: { httpMethod: 'POST', name: 'default', path: 'webhook' },
			workflowId: 'test',
			workflowExecuteAdditionalData: additionalData,
		};
		Object.assign(additionalData, { httpRequest, httpResponse });
		const context = new WebhookContext(
			workflow,
			node,
			additionalData,
			this.settings.mode,
			webhookData,
			[],
			null,
		);
		this.listenToLog(context.logger);
		const result = await this.nodeType.webhook?.call(context);
		const save = () => {
			if (workflow.staticData.__dataChanged === true)
				this.staticData = JSON.parse(JSON.stringify(staticData));
		};
		if (!result || result.noWebhookResponse) {
			save();
			return;
		}
		if (result.workflowData) {
			// n8n makes the run of the same data, which forgets that it was changed; then it writes the run, and only then saves.
			this.prepare(staticData);
			await new Promise((resolve) => setTimeout(resolve, this.settings.writing));
			if (this.settings.isDatabaseDown) {
				httpResponse.status(500);
				httpResponse.json({ message: 'The run could not be written' });
				return;
			}
			this.started.push(...result.workflowData.flat().map(({ json }) => json));
		}
		save();
		httpResponse.status(200);
		httpResponse.json(result.webhookResponse ?? { message: 'Workflow was started' });
	}

	private prepare(staticData: IDataObject) {
		const { parameters, credential } = this.settings;
		const node: INode = {
			id: this.nodeId,
			name: 'Altur Trigger',
			type,
			typeVersion: 1,
			position: [0, 0],
			parameters,
			credentials: { alturApi: { id: '1', name: 'Altur' } },
		};
		const helper = new GivenCredentials(
			this.credentialTypes,
			credential ? { alturApi: JSON.parse(JSON.stringify(credential)) } : {},
		);
		const base: IWorkflowBase = {
			id: 'test',
			name: 'test',
			nodes: [node],
			connections: {},
			active: true,
			activeVersionId: '1',
			isArchived: false,
			createdAt: new Date(),
			updatedAt: new Date(),
		};
		const hooks = new ExecutionLifecycleHooks('webhook', '1', base);
		const workflow = new Workflow({ ...base, nodeTypes: this.nodeTypes, staticData });
		return { workflow, node, additionalData: additionalDataFor(helper, hooks, '1') };
	}

	private listenToLog(logger: { warn(message: string): void }): void {
		jest.spyOn(logger, 'warn').mockImplementation((message) => void this.logged.push(message));
	}
}
