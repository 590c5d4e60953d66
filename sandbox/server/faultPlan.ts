import { blames } from './blamedRows';
import { faultSchema } from './fault';
import type { Fault, FaultInput } from './fault';

/** Faults that change an answer or its time; any number of them may meet in one request. */
const combinable = [
	'latency',
	'shuffleResults',
	'dropResults',
	'duplicateResults',
	'rowServerError',
] as const;
export type CombinableFault = Extract<Fault, { kind: (typeof combinable)[number] }>;
/** Faults that decide how a request ends: at most one of them applies to a request. */
export type DecidingFault = Exclude<Fault, CombinableFault>;

/** The faults that apply to one request. */
export interface FaultHit {
	deciding?: DecidingFault;
	combined: CombinableFault[];
}

interface FaultTarget {
	method: string;
	path: string;
	rowCount?: number;
	/** The phone number of each row, read when a fault asks for it. */
	numbers?(): (string | undefined)[];
}

function isCombinable(fault: Fault): fault is CombinableFault {
	return combinable.some((kind) => kind === fault.kind);
}

function matches(fault: Fault, target: FaultTarget): boolean {
	if (fault.match?.method !== undefined && fault.match.method.toUpperCase() !== target.method) return false;
	if (fault.match?.path !== undefined && !new RegExp(fault.match.path).test(target.path)) return false;
	if (fault.kind === 'blameRows') return blames(fault, target.numbers?.() ?? []);
	return fault.kind !== 'payloadTooLarge' || (target.rowCount ?? 0) > fault.maxRows;
}

/** The faults to come, in order. A fault leaves the plan when it has applied `times` times. */
export class FaultPlan {
	private faults: Fault[] = [];

	/** Appends to the plan. Throws a ZodError for what is no fault. */
	add(...faults: FaultInput[]): void {
		this.faults.push(...faults.map((fault) => faultSchema.parse(fault)));
	}

	clear(): void {
		this.faults = [];
	}

	/** What is still to come, with `skip` and `times` as they now stand. */
	pending(): Fault[] {
		return structuredClone(this.faults);
	}

	/**
	 * The faults for a request. Every fault counts its own matching requests for `skip`, whether or not an
	 * earlier fault took them; of the deciding faults that are due, the first in the plan takes the request.
	 */
	take(target: FaultTarget): FaultHit {
		const hit: FaultHit = { combined: [] };
		for (const fault of this.faults) {
			if (!matches(fault, target)) continue;
			if (fault.skip > 0) {
				fault.skip -= 1;
			} else if (isCombinable(fault)) {
				hit.combined.push(fault);
				spend(fault);
			} else if (!hit.deciding) {
				hit.deciding = fault;
				spend(fault);
			}
		}
		this.faults = this.faults.filter((fault) => fault.times !== 0);
		return hit;
	}
}

function spend(fault: Fault): void {
	if (fault.times !== 'always') fault.times -= 1;
}
