import { setTimeout as sleep } from 'node:timers/promises';
import { faultAnswer, wireAnswer, worksFirst } from './faultAnswer';
import type { RefusedRequest, WireAnswer } from './faultAnswer';
import { FaultPlan } from './faultPlan';
import type { FaultHit } from './faultPlan';
import { fingerprint, IdempotencyStore } from './idempotency';
import type { RecordedRequest } from './journal';
import { Latency, type LatencyOptions } from './latency';
import { Refusal } from './refusal';
import { parseBody } from './requestBody';
import { rowFails, withResultFaults } from './resultFaults';
import type { Call, Route, Service } from './service';

/** A request with its body read, and what was decided when it arrived. */
export interface Arrival {
	record: RecordedRequest;
	/** The Idempotency-Key, or `request-<number>`. */
	name: string;
	/** Set when the key check or the rate limit refused it. */
	refused?: WireAnswer;
	params: Readonly<Record<string, string>>;
	raw: unknown;
	contentType?: string;
	authorization: string;
}

/** Refused requests are answered at once, without the latency. */
export interface PipelineOptions extends LatencyOptions {
	idempotencyWindowMs: number;
	recordBodies: boolean;
}

/** The way of one request from its arrival to its answer: body, faults, idempotency, latency, work. */
export class Pipeline {
	readonly faults = new FaultPlan();
	readonly idempotency: IdempotencyStore;
	readonly latency: Latency;

	/** `closing` ends every wait when the server closes. */
	constructor(
		private readonly service: Service,
		private readonly options: PipelineOptions,
		private readonly closing: AbortSignal,
	) {
		this.idempotency = new IdempotencyStore(options.idempotencyWindowMs);
		this.latency = new Latency(options);
	}

	refusalAnswer(refusal: Refusal, route?: Route, headers: Record<string, string> = {}): WireAnswer {
		return wireAnswer(refusal.status, this.errorText(refusal, route), { headers });
	}

	/** The answer for a request to `route`, or to an unknown path. Rejects only when the server closes. */
	async answer(route: Route | undefined, arrival: Arrival): Promise<WireAnswer> {
		const { record } = arrival;
		try {
			const body = parseBody(arrival.raw, arrival.contentType);
			if (this.options.recordBodies && body !== undefined) record.body = body;
			const rowCount = route?.countRows?.(body);
			if (rowCount !== undefined) record.rowCount = rowCount;
			if (arrival.refused) return arrival.refused;

			const numbers = (): (string | undefined)[] => route?.numbersOf?.(body) ?? [];
			const refused: RefusedRequest = {
				authorization: arrival.authorization,
				numbers,
				errorText: (refusal) => this.errorText(refusal, route),
			};
			const hit = this.faults.take({ method: record.method, path: record.path, rowCount, numbers });
			const kinds = [...hit.combined, ...(hit.deciding ? [hit.deciding] : [])].map(({ kind }) => kind);
			if (kinds.length > 0) record.fault = kinds.join(',');

			if (hit.deciding && !worksFirst(hit.deciding)) {
				await this.wait(hit);
				return faultAnswer(hit.deciding, undefined, refused);
			}
			const worked = await this.workOnce(route, arrival, body, hit);
			const text = withResultFaults(worked.text, this.service.resultsKey, hit.combined);
			const answer = { ...worked, text };
			if (!hit.deciding) return answer;
			return faultAnswer(hit.deciding, answer, refused);
		} catch (error) {
			if (error instanceof Refusal) return arrival.refused ?? this.refusalAnswer(error, route);
			throw error;
		}
	}

	/** The work, or the replay of what was already answered under the same Idempotency-Key. */
	private async workOnce(
		route: Route | undefined,
		arrival: Arrival,
		body: unknown,
		hit: FaultHit,
	): Promise<WireAnswer> {
		const { record } = arrival;
		const key = route?.idempotent ? record.idempotencyKey : undefined;
		if (key === undefined) {
			await this.wait(hit);
			return this.work(route, arrival, body, hit);
		}
		const lookup = this.idempotency.begin(
			key,
			fingerprint(record.method, record.path, arrival.raw),
			record.at,
		);
		if (lookup.state === 'otherRequest') {
			throw new Refusal(409, 'IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key was used for another request.');
		}
		if (lookup.state === 'inProgress') {
			const message = 'A request with this Idempotency-Key is still in progress.';
			throw new Refusal(409, 'IDEMPOTENCY_KEY_IN_PROGRESS', message);
		}
		await this.wait(hit);
		if (lookup.state === 'replay') {
			record.replayed = true;
			return wireAnswer(lookup.answer.status, lookup.answer.text);
		}
		const answer = this.work(route, arrival, body, hit);
		if (answer.status < 300) this.idempotency.complete(key, { status: answer.status, text: answer.text });
		else this.idempotency.abandon(key);
		return answer;
	}

	private work(route: Route | undefined, arrival: Arrival, body: unknown, hit: FaultHit): WireAnswer {
		const call: Call = {
			params: arrival.params,
			query: arrival.record.query,
			body,
			name: arrival.name,
			rowFails: (index, contact) => rowFails(hit.combined, index, contact),
		};
		try {
			if (!route) throw new Refusal(404, 'NOT_FOUND', 'There is nothing at this address.');
			const { status, body: answer, file } = route.handle(call);
			if (file) return wireAnswer(status, '', { file: file.bytes, contentType: file.contentType });
			return wireAnswer(status, answer === undefined ? '' : JSON.stringify(answer));
		} catch (error) {
			if (error instanceof Refusal) return this.refusalAnswer(error, route);
			throw error;
		}
	}

	private async wait(hit: FaultHit): Promise<void> {
		const extra = hit.combined.map((fault) => (fault.kind === 'latency' ? fault.ms : 0));
		const ms = extra.reduce((sum, more) => sum + more, this.latency.next());
		if (ms > 0) await sleep(ms, undefined, { signal: this.closing });
	}

	private errorText(refusal: Refusal, route: Route | undefined): string {
		return JSON.stringify(this.service.errorBody(refusal, route));
	}
}
