import { InFlight, type Passage } from '../../../bulk/inFlight';
import type { ServiceRequest, Transport } from '../../../bulk/request/request';

const megabyte = Buffer.alloc(2 ** 20);
const requestOf = (megabytes: number): ServiceRequest => ({
	method: 'POST',
	path: '/contacts',
	body: Buffer.concat(Array<Buffer>(megabytes).fill(megabyte)),
	retryable: true,
});

/** Batches that are moved by hand. */
class Batches {
	readonly inFlight = new InFlight();
	private readonly passages: Passage[] = [];
	private readonly ends: Array<() => void> = [];

	enter(count = 1): void {
		for (let batch = 0; batch < count; batch++) {
			this.inFlight.enter(async (passage) => {
				this.passages.push(passage);
				await new Promise<void>((resolve) => this.ends.push(resolve));
			});
		}
	}

	/** @returns what ends the request that the batch sends */
	send(batch: number, request: ServiceRequest): () => void {
		let answer = () => {};
		const transport: Transport = async () => {
			await new Promise<void>((resolve) => (answer = resolve));
			return { status: 200, headers: {}, body: {} };
		};
		this.passages[batch]?.departed();
		void this.passages[batch]?.weigh(transport)(request);
		return () => {
			answer();
		};
	}

	ready(batch: number): void {
		this.passages[batch]?.ready();
	}

	end(batch: number): void {
		this.ends[batch]?.();
	}

	async hasRoom(): Promise<boolean> {
		await new Promise((resolve) => setImmediate(resolve));
		const room = this.inFlight.room().then(() => true);
		return await Promise.race([room, new Promise<boolean>((resolve) => setImmediate(resolve, false))]);
	}
}

describe('The batches under way', () => {
	let batches: Batches;
	beforeEach(() => {
		batches = new Batches();
	});

	it('are twelve at most that have not left yet', async () => {
		batches.enter(11);
		expect(await batches.hasRoom()).toBe(true);
		batches.enter();
		expect(await batches.hasRoom()).toBe(false);
		batches.send(0, requestOf(0));
		expect(await batches.hasRoom()).toBe(true);
	});

	it('are four at most that wait for the pace alone', async () => {
		batches.enter(8);
		for (const batch of [0, 2, 5]) batches.ready(batch);
		expect(await batches.hasRoom()).toBe(true);
		for (let time = 0; time < 2; time++) batches.ready(7);
		expect(await batches.hasRoom()).toBe(false);
		batches.send(2, requestOf(0));
		expect(await batches.hasRoom()).toBe(true);
		batches.end(2);
		await batches.hasRoom();
		batches.ready(1);
		expect(await batches.hasRoom()).toBe(false);
	});

	it('may be any number whose requests are with the service', async () => {
		for (let batch = 0; batch < 500; batch++) {
			batches.enter();
			batches.send(batch, requestOf(0));
		}
		expect(await batches.hasRoom()).toBe(true);
	});

	it('have 64 MB with the service at most', async () => {
		batches.enter(2);
		const answer = batches.send(0, requestOf(40));
		expect(await batches.hasRoom()).toBe(true);
		batches.send(1, requestOf(24));
		expect(await batches.hasRoom()).toBe(false);
		answer();
		expect(await batches.hasRoom()).toBe(true);
	});

	it('weigh nothing when their request has no body', async () => {
		batches.enter();
		batches.send(0, { method: 'GET', path: '/contacts', retryable: true })();
		expect(await batches.hasRoom()).toBe(true);
	});

	it('hand on that a request is about to leave', async () => {
		let told = 0;
		const transport: Transport = async (_, onLeaving) => {
			onLeaving?.();
			return { status: 200, headers: {}, body: {} };
		};
		batches.inFlight.enter(async ({ weigh }) => {
			await weigh(transport)(requestOf(0), () => told++);
		});
		await batches.inFlight.ended();
		expect(told).toBe(1);
	});

	it('are sixty at most that wait for another try', async () => {
		for (let batch = 0; batch < 60; batch++) {
			batches.enter();
			batches.send(batch, requestOf(0))();
		}
		expect(await batches.hasRoom()).toBe(false);
		batches.send(0, requestOf(0));
		expect(await batches.hasRoom()).toBe(true);
	});

	it('make room when one ends, though none of its requests has left', async () => {
		batches.enter(12);
		const room = batches.inFlight.room();
		batches.end(3);
		await room;
		expect(await batches.hasRoom()).toBe(true);
	});

	it('count a batch once, however often it departs', async () => {
		batches.enter(13);
		for (let time = 0; time < 3; time++) batches.send(0, requestOf(0));
		expect(await batches.hasRoom()).toBe(false);
	});

	it('are waited for to the end', async () => {
		batches.enter(2);
		let isOver = false;
		const ended = batches.inFlight.ended().then(() => (isOver = true));
		batches.end(0);
		await batches.hasRoom();
		expect(isOver).toBe(false);
		batches.end(1);
		await ended;
	});
});
