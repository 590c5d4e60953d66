import type { INode, NodeParameterValueType } from 'n8n-workflow';
import type { FaultInput } from '../../../sandbox/server/fault';

/** What goes wrong, and how the workflow is set for it. Each one loads six rows in batches of two. */
export interface Scenario {
	/** As in the table. */
	name: string;
	faults: FaultInput[];
	options?: Record<string, NodeParameterValueType>;
	onError?: INode['onError'];
	/** Every other row goes to a campaign that does not exist. */
	withUnknownCampaign?: boolean;
	/** Instead of the sandbox. */
	baseUrl?: string;
	/** Whether Stop is pressed while the second request is on its way. */
	isStopped?: boolean;
}

/** One request after the other, so that it is certain which rows were sent before the fault. */
const slowly = { requestsPerSecond: 1 };
const second = { skip: 1 };
const always = { times: 'always' as const };

/** Faults that pass: the run ends well. */
export const passing: Scenario[] = [
	{ name: 'Nothing', faults: [] },
	{
		name: '429 with `Retry-After` in seconds',
		faults: [{ kind: 'tooManyRequests', retryAfter: 'seconds', ...second }],
	},
	{
		name: '429 with `Retry-After` as a date',
		faults: [{ kind: 'tooManyRequests', retryAfter: 'http-date', ...second }],
	},
	{
		name: '429 that says how long only in `detail`',
		faults: [{ kind: 'tooManyRequests', retryAfter: 'detail', ...second }],
	},
	{
		name: '429 that does not say how long',
		faults: [{ kind: 'tooManyRequests', retryAfter: 'none', ...second }],
	},
	{ name: '429 four times in a row', faults: [{ kind: 'tooManyRequests', times: 4 }] },
	{ name: '500', faults: [{ kind: 'status', status: 500, ...second }] },
	{
		name: '500 after the work was done',
		faults: [{ kind: 'status', status: 500, afterWork: true, ...second }],
	},
	{ name: '502 with an HTML page', faults: [{ kind: 'htmlBadGateway', ...second }] },
	{
		name: '502 with an HTML page, after the work was done',
		faults: [{ kind: 'htmlBadGateway', afterWork: true, ...second }],
	},
	{
		name: '503 with `Retry-After`',
		faults: [{ kind: 'status', status: 503, headers: { 'Retry-After': '1' }, ...second }],
	},
	{ name: 'Connection broken before the work', faults: [{ kind: 'resetBefore', ...second }] },
	{ name: 'Connection broken after the work was done', faults: [{ kind: 'resetAfter', ...second }] },
	{ name: 'No answer (timeout)', faults: [{ kind: 'hang', ...second }], options: { timeout: 1 } },
	{
		name: 'No answer (timeout), though the work was done',
		faults: [{ kind: 'hang', afterWork: true, ...second }],
		options: { timeout: 1 },
	},
	{ name: 'Answer cut off in the middle', faults: [{ kind: 'truncatedBody', ...second }] },
	{ name: 'Answer that is no JSON', faults: [{ kind: 'notJson', ...second }] },
	{
		name: 'Answer of another shape',
		faults: [{ kind: 'status', status: 200, body: { ok: true }, afterWork: true, ...second }],
	},
	{ name: '413, request too large', faults: [{ kind: 'payloadTooLarge', maxRows: 1, ...second }] },
	{ name: 'A row with SERVER_ERROR', faults: [{ kind: 'rowServerError', indexes: [1], ...second }] },
	{ name: 'Results in another order', faults: [{ kind: 'shuffleResults', ...always }] },
];

/** Faults that do not pass, or are not waited for: the person has to do something. */
export const final: Scenario[] = [
	{
		name: 'A row with SERVER_ERROR, twice',
		faults: [{ kind: 'rowServerError', contacts: ['+525510000003'], times: 6 }],
	},
	{ name: 'A row without a result', faults: [{ kind: 'dropResults', indexes: [1], ...second }] },
	{
		name: '413 for a single row',
		faults: [{ kind: 'payloadTooLarge', maxRows: 0, ...always, skip: 2 }],
		options: slowly,
	},
	{
		name: '500, again and again',
		faults: [{ kind: 'status', status: 500, ...second, ...always }],
		options: { ...slowly, maxRetries: 1 },
	},
	{
		name: '500, retries switched off, On Error: Continue',
		faults: [{ kind: 'status', status: 500, ...second }],
		options: { ...slowly, maxRetries: 0 },
		onError: 'continueRegularOutput',
	},
	{
		name: '429 with a `Retry-After` of 15 minutes',
		faults: [{ kind: 'tooManyRequests', seconds: 900, ...second }],
		options: slowly,
	},
	{
		name: '503 with a `Retry-After` of 15 minutes',
		faults: [{ kind: 'status', status: 503, headers: { 'Retry-After': '900' }, ...second }],
		options: slowly,
	},
	{
		name: '409, another request holds the key',
		faults: [{ kind: 'status', status: 409, body: { code: 'IDEMPOTENCY_KEY_REUSED' }, ...second }],
		options: slowly,
	},
	{
		name: '401 in the middle',
		faults: [{ kind: 'status', status: 401, body: { detail: 'Invalid API key.' }, ...second }],
		options: slowly,
	},
	{
		name: '401 in the middle, On Error: Continue',
		faults: [{ kind: 'status', status: 401, body: { detail: 'Invalid API key.' }, ...second }],
		options: slowly,
		onError: 'continueRegularOutput',
	},
	{
		name: '403 in the middle',
		faults: [{ kind: 'status', status: 403, body: { detail: 'Not allowed.' }, ...second }],
		options: slowly,
	},
	{ name: '404, one of two campaigns', faults: [], options: slowly, withUnknownCampaign: true },
	{
		name: '404, one of two campaigns, On Error: Continue',
		faults: [],
		options: slowly,
		withUnknownCampaign: true,
		onError: 'continueRegularOutput',
	},
	{
		name: 'Connection broken after the work, retries switched off',
		faults: [{ kind: 'resetAfter', ...second }],
		options: { ...slowly, maxRetries: 0 },
	},
	{
		name: 'Name of the server not found (DNS)',
		faults: [],
		// A label longer than DNS allows is not found without asking anybody.
		baseUrl: `https://${'a'.repeat(64)}.example`,
		options: { maxRetries: 0 },
	},
	{ name: 'Server not running', faults: [], baseUrl: 'http://127.0.0.1:1', options: { maxRetries: 0 } },
	{
		name: 'Stop pressed while the second request is on its way',
		faults: [{ kind: 'latency', ms: 400, ...second }],
		options: slowly,
		isStopped: true,
	},
];
