import { loadAndReport, type LoadReport } from '../../../bulk/loadReport';
import { Pacer } from '../../../bulk/pace/pacer';
import { phoneOrderKey } from '../../../bulk/clean/phone/cleanPhone';
import type { Progress } from '../../../bulk/progress';
import type { BulkRow, RefusedRow } from '../../../bulk/rows';
import { addContactsService } from '../../../nodes/Altur/contact/add/service';
import type { Contact } from '../../../nodes/Altur/contact/schema';
import type { Target } from '../../../nodes/Altur/contact/add/target';
import { ModelAltur, type Fault } from './modelAltur';
import { VirtualClock } from './virtualClock';

/** A row as the test wants it. */
export interface Wish {
	campaignId: string;
	ifDuplicate: 'skip' | 'update';
	phone: string;
	name?: string;
}

/** The rows of a load, and how Altur and the way to it behave. */
export interface Given {
	wishes: Wish[];
	batchSize: number;
	mostRows: number;
	plan: Fault[];
	latencies: number[];
	signal?: AbortSignal;
	maxRetries?: number;
	/** Of the idempotency keys; the same one for every load unless it is said. */
	scope?: string;
	/** An Altur that has seen other loads before. */
	altur?: ModelAltur;
	/** Goes on after a request that finally failed. */
	goesOn?: boolean;
	/** Called with the number of each row as it is read. */
	onRead?: (itemIndex: number) => void;
	onProgress?: (progress: Progress) => void;
}

/** Nothing goes wrong. */
export const calm = { mostRows: 1000, plan: [], latencies: [100] };
/** Rows of different contacts. */
export const wishesFor = (count: number): Wish[] =>
	Array.from({ length: count }, (_, index) => ({
		campaignId: '1',
		ifDuplicate: 'update',
		phone: `+52${5_500_000_000 + index}`,
	}));

export const contactOf = (phone: string, index: number, name = `Name ${index}`): Contact => ({
	contact: phone,
	name,
	f_id: `row-${index}`,
});

/** Loads the rows into a model of Altur, as the node would, in the time of the clock. */
export async function loadAll(
	{
		wishes,
		batchSize,
		mostRows,
		plan,
		latencies,
		signal,
		maxRetries = 20,
		scope = '1',
		altur = new ModelAltur(mostRows),
		goesOn = false,
		onRead,
		onProgress,
	}: Given,
	clock = new VirtualClock(),
) {
	const targets = new Map<string, Target>();
	const rows = async function* (): AsyncGenerator<BulkRow<Contact> | RefusedRow> {
		for (const [itemIndex, { campaignId, ifDuplicate, phone, name }] of wishes.entries()) {
			onRead?.(itemIndex);
			if (phone.includes('E')) {
				yield { itemIndex, refused: { code: 'ROUNDED_NUMBER', message: '' } };
				continue;
			}
			const group = `${ifDuplicate} ${campaignId}`;
			targets.set(group, { campaignId, ifDuplicate });
			const key = phoneOrderKey(phone);
			const orderKey = key && `${campaignId} ${key}`;
			yield { itemIndex, group, orderKey, payload: contactOf(phone, itemIndex, name) };
		}
	};
	const report = await loadAndReport({
		rows: rows(),
		batchSize,
		service: addContactsService(['execution', scope], targets),
		client: {
			transport: altur.transport(clock, plan, latencies),
			lane: new Pacer({ requests: 12, windowMs: 1000 }, clock).openLane(),
			policy: { maxRetries, maxTotalWaitMs: 300_000 },
			counts: { requests: 0, throttled: 0, retried: 0 },
			clock,
			random: () => 0.2,
			signal,
		},
		stopAtFailure: !goesOn,
		onProgress,
	});
	return { altur, report };
}

/** The statuses of all rows, in the order of the rows. */
export function statusesOf({ results }: LoadReport, count: number) {
	return Array.from({ length: count }, (_, index) => results.get(index)?.status);
}
