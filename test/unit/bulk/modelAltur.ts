import { z } from 'zod';
import type { Clock } from '../../../bulk/clock';
import type {
	ConnectionTrouble,
	ServiceResponse,
	ServiceRequest,
	Transport,
} from '../../../bulk/request/request';

/** What goes wrong with one request, and passes. */
export const faults = [
	'none',
	'brokenBefore',
	'brokenAfter',
	'lateWork',
	'error500',
	'error500After',
	'badGatewayPage',
	'throttled',
	'throttledForTwoSeconds',
	'cutOff',
	'otherShape',
	'rowErrors',
	'shuffled',
] as const;
export type Fault = (typeof faults)[number] | 'throttledForThreeMinutes' | 'refused';

/** A row, as the vendor page "Create contacts" lists its fields: the model must not judge the node by its own schema. */
const contact = z.strictObject({
	contact: z.string(),
	name: z.string().optional(),
	context: z.string().optional(),
	extracted_data: z.record(z.string()).optional(),
	f_id: z.string().optional(),
});
type Contact = z.infer<typeof contact>;

/** "Required array length: 1 - 1000 elements"; "default: skip", and no other field. */
const bodySchema = z.strictObject({
	contacts: z.array(contact).min(1).max(1000),
	if_duplicate: z.enum(['skip', 'update']).default('skip'),
});

interface RowAnswer {
	index: number;
	status: string;
	contact: string;
	error?: string;
}

const response = (status: number, body: unknown, headers: Record<string, string> = {}): ServiceResponse => ({
	status,
	headers,
	body,
});
const broken: ConnectionTrouble = { trouble: 'The connection broke off', mayHaveArrived: true };

/** Altur's contacts in memory, after the vendor page "Create contacts": the least that can be right. */
export class ModelAltur {
	readonly campaigns = new Map<string, Map<string, Contact>>();
	/** How often each contact was created. */
	readonly creations = new Map<string, number>();
	/** When requests arrived, by the clock. */
	readonly arrivals: number[] = [];
	private readonly answers = new Map<string, ServiceResponse | 'in progress'>();
	private readonly failedOnce = new Set<string>();

	/** @param mostRows requests with more are refused as too large */
	constructor(private readonly mostRows = 1000) {}

	/** Adds a row as a request of its own would, without any fault. */
	addOne(campaign: string, contact: Contact, update: boolean): string {
		return this.store(campaign, contact, 0, update).status;
	}

	/**
	 * The way to it.
	 *
	 * @param plan the faults of the requests, in the order of their arrival; none afterwards
	 * @param latencies milliseconds of each way, taken in turns
	 */
	transport(clock: Clock, plan: readonly Fault[], latencies: readonly number[]): Transport {
		const toCome = [...plan];
		let number = 0;
		return async (request) => {
			const latency = latencies[number++ % latencies.length] ?? 0;
			this.arrivals.push(clock.now());
			await clock.sleep(latency);
			const outcome = await this.receive(request, toCome.shift() ?? 'none', clock);
			await clock.sleep(latency);
			return outcome;
		};
	}

	private async receive(
		request: ServiceRequest,
		fault: Fault,
		clock: Clock,
	): Promise<ServiceResponse | ConnectionTrouble> {
		const key = request.headers?.['Idempotency-Key'] ?? '';
		const read = bodySchema.safeParse(JSON.parse(String(request.body)));
		if (!read.success) return response(400, read.error.flatten().fieldErrors);
		const work = () => this.workOnce(key, request.path, read.data, fault);
		if (read.data.contacts.length > this.mostRows) return response(413, '');
		switch (fault) {
			case 'brokenBefore':
				return broken;
			case 'error500':
				return response(500, { error: 500, message: 'Oops' });
			case 'badGatewayPage':
				return response(502, '<html>502 Bad Gateway</html>');
			case 'throttled':
				return response(429, { detail: 'Request was throttled.' });
			case 'throttledForTwoSeconds':
				return response(429, {}, { 'retry-after': '2' });
			case 'throttledForThreeMinutes':
				return response(429, {}, { 'retry-after': '180' });
			case 'refused':
				return response(400, { message: 'No' });
			case 'brokenAfter':
				work();
				return broken;
			case 'error500After':
				work();
				return response(500, '');
			case 'cutOff':
				return response(200, JSON.stringify(work().body).slice(0, 20));
			case 'otherShape':
				work();
				return response(200, { success: true });
			case 'lateWork':
				if (this.answers.has(key)) return work();
				this.answers.set(key, 'in progress');
				void clock.sleep(3000).then(() => {
					this.answers.delete(key);
					work();
				});
				await clock.sleep(1000);
				return { trouble: 'There was no answer in time', mayHaveArrived: true };
			case 'none':
			case 'rowErrors':
			case 'shuffled':
				return work();
		}
	}

	private workOnce(
		key: string,
		path: string,
		{ if_duplicate, contacts }: z.infer<typeof bodySchema>,
		fault: Fault,
	): ServiceResponse {
		const known = this.answers.get(key);
		if (known === 'in progress') return response(409, { code: 'IDEMPOTENCY_KEY_IN_PROGRESS' });
		if (known) return known;
		const campaign = path.split('/')[2] ?? '';
		const results = contacts.map((contact, index): RowAnswer => {
			if (fault === 'rowErrors' && index % 2 === 0 && this.failsFirst(contact)) {
				return { index, status: 'failed', contact: contact.contact, error: 'SERVER_ERROR' };
			}
			return this.store(campaign, contact, index, if_duplicate === 'update');
		});
		if (fault === 'shuffled') results.reverse();
		const done = response(200, { success: true, results });
		this.answers.set(key, done);
		return done;
	}

	private store(campaign: string, contact: Contact, index: number, update: boolean): RowAnswer {
		const contacts = this.campaigns.get(campaign) ?? new Map<string, Contact>();
		this.campaigns.set(campaign, contacts);
		const phone = contact.contact;
		if (phone === '') return { index, status: 'failed', contact: phone, error: 'MISSING_CONTACT' };
		if (!/^\+\d{8,15}$/.test(phone)) {
			return { index, status: 'failed', contact: phone, error: 'INVALID_PHONE_NUMBER' };
		}
		const isKnown = contacts.has(phone);
		if (!isKnown) {
			const name = `${campaign} ${phone}`;
			this.creations.set(name, (this.creations.get(name) ?? 0) + 1);
		}
		if (!isKnown || update) contacts.set(phone, contact);
		return {
			index,
			status: isKnown ? (update ? 'updated' : 'skipped_duplicate') : 'created',
			contact: phone,
		};
	}

	/** Each row fails once at most: twice would be its end. */
	private failsFirst({ f_id = '' }: Contact): boolean {
		if (this.failedOnce.has(f_id)) return false;
		this.failedOnce.add(f_id);
		return true;
	}
}
