import { z } from 'zod';
import { startAlturSandbox, type AlturSandbox } from '../../sandbox/altur/startAlturSandbox';
import { operationFor, type DocumentedOperation } from './document';
import { exceptionFor } from './exceptions';
import { playedCampaign } from './playedCampaign';
import { startPrism, violationsIn, type RunningPrism } from './prism';
import { refusals } from './sandboxRefusals';
import { phoneCampaign, type SandboxRequest } from './sandboxRequests';
import { successes } from './sandboxSuccesses';

/** What the sandbox answered for one operation. */
export interface AnswerReport {
	operation: string;
	answers: Map<number, number>;
	violations: string[];
}

export interface SandboxReport {
	operations: AnswerReport[];
	/** Undocumented answers by the reason why they are none of the violations, with how often. */
	exceptions: Map<string, number>;
	/** Every code that an answer or a row of one had. */
	codes: Set<string>;
}

const refusal = z.object({ error: z.string() });
const batch = z.object({ results: z.array(z.object({ error: z.string().optional() })) });

function codesIn(body: unknown): string[] {
	const rows = batch.safeParse(body).data?.results ?? [];
	const code = refusal.safeParse(body).data?.error;
	return [...rows.map(({ error }) => error), code].filter((found) => found !== undefined);
}

/** Sends requests through Prism to a sandbox, and gathers what is wrong with the answers. */
class Examination {
	readonly report: SandboxReport = { operations: [], exceptions: new Map(), codes: new Set() };

	constructor(private readonly operations: readonly DocumentedOperation[]) {}

	async ask(prism: RunningPrism, { apiKey }: AlturSandbox, asked: SandboxRequest): Promise<void> {
		const [method = 'GET', path = ''] = asked.request.split(' ');
		const { contentType = 'application/json', key } = asked;
		const answered = await fetch(prism.origin + path, {
			method,
			headers: {
				authorization: asked.authorization ?? `api-key ${apiKey}`,
				...(asked.body !== undefined && { 'content-type': contentType }),
				...(key !== undefined && { 'idempotency-key': key }),
			},
			...(asked.body !== undefined && {
				body: typeof asked.body === 'string' ? asked.body : JSON.stringify(asked.body),
			}),
		});
		const text = await answered.text();
		const operation = operationFor(this.operations, method, path.split('?')[0] ?? '');
		if (!operation) throw new Error(`The file has no operation for ${asked.request}`);
		for (const code of codesIn(text === '' ? undefined : JSON.parse(text))) this.report.codes.add(code);
		const found = this.entry(operation.name);
		found.answers.set(answered.status, (found.answers.get(answered.status) ?? 0) + 1);
		const note = (what: string): unknown =>
			found.violations.push(`${asked.request}: ${what}: ${text.slice(0, 200)}`);
		if (answered.status !== asked.status) note(`${answered.status} instead of ${asked.status}`);
		const exception = exceptionFor(operation, answered.status);
		if (exception === undefined)
			for (const violation of violationsIn(answered.headers, 'response')) note(violation);
		else this.report.exceptions.set(exception, (this.report.exceptions.get(exception) ?? 0) + 1);
	}

	private entry(operation: string): AnswerReport {
		const known = this.report.operations.find((one) => one.operation === operation);
		if (known) return known;
		const added = { operation, answers: new Map<number, number>(), violations: [] };
		this.report.operations.push(added);
		return added;
	}
}

/** Lets the sandbox give every answer it can, and holds each against the file. */
export async function examineSandbox(
	folder: string,
	file: string,
	operations: readonly DocumentedOperation[],
): Promise<SandboxReport> {
	const examination = new Examination(operations);
	const examine = async (sandbox: AlturSandbox, requests: readonly SandboxRequest[]): Promise<void> => {
		const prism = await startPrism(folder, file, sandbox.baseUrl);
		try {
			for (const asked of requests) await examination.ask(prism, sandbox, asked);
		} finally {
			await prism.stop();
			await sandbox.close();
		}
	};

	const open = await startAlturSandbox({ seed: 'demo', rateLimit: false });
	open.addCampaign({ id: 1, integration: null, analytics: { calls: 3 } });
	await examine(open, [{ request: 'GET /campaigns/1', status: 200 }, ...successes, ...refusals]);

	const played = await playedCampaign();
	await examine(played.sandbox, played.requests);

	const rateLimit = { requests: 1, perMilliseconds: 60_000 };
	const full = await startAlturSandbox({ seed: 'demo', rateLimit, billingLimitReached: true });
	const throttled = { request: 'GET /campaigns', status: 429 };
	await examine(full, [{ request: 'POST /campaigns', status: 402, body: phoneCampaign }, throttled]);

	const faulty = await startAlturSandbox({ seed: 'demo', rateLimit: false });
	const batchOfOne = {
		request: 'POST /campaigns/1234/contacts',
		body: { contacts: [{ contact: '+525512345678' }] },
	};
	faulty.faults.add(
		{ kind: 'rowServerError' },
		{ kind: 'blameRows', contacts: ['+525512345678'], skip: 1 },
		{ kind: 'payloadTooLarge', maxRows: 0, skip: 2 },
		{ kind: 'tooManyRequests', body: 'RATE_LIMITED', skip: 3 },
	);
	await examine(
		faulty,
		[201, 400, 413, 429].map((status) => ({ ...batchOfOne, status })),
	);
	return examination.report;
}
