import { measure } from '../../../../bench/pace/measure';
import {
	changeScenarios,
	fallingLimit,
	joining,
	latencyScenarios,
	limiterScenarios,
	sharedScenarios,
	travelScenarios,
} from '../../../../bench/pace/scenarios';
import { simulate, type Run, type Scenario } from '../../../../bench/pace/simulate';

/** Bounds on what a scenario may come to; `docs/engineering/pace.md` has the means of twenty seeds, and these are for any of three. */
interface Bounds {
	ratio: number;
	refused: number;
}

/** Each scenario is seconds of computing, more on a busy machine. */
jest.setTimeout(60_000);

const seeds = [11, 12, 13];

async function check(scenario: Scenario, { ratio, refused }: Bounds): Promise<void> {
	for (const seed of seeds) {
		const measured = measure(scenario, await simulate(scenario, seed));
		expect(measured.lost).toBe(0);
		expect(measured.mostAttempts).toBeLessThanOrEqual(6);
		expect(measured.refused).toBeLessThanOrEqual(refused);
		expect(measured.ratio).toBeLessThanOrEqual(ratio);
	}
}

const acceptedOf = ({ attempts }: Run, sender: number) =>
	attempts.filter((attempt) => attempt.sender === sender && !attempt.isRefused).map(({ at }) => at);
const startingWith = (names: string[]) =>
	[...sharedScenarios, ...limiterScenarios].filter(({ name }) =>
		names.some((start) => name.startsWith(start)),
	);

describe('The pace of one process', () => {
	it.each(latencyScenarios)('is the limit without a refusal: $name', async (scenario) => {
		await check(scenario, { ratio: 1.03, refused: 0 });
	});

	it.each(travelScenarios)('gives way a little, and hardly anything is refused: $name', async (scenario) => {
		await check(scenario, { ratio: 1.06, refused: 4 / 300 });
	});

	it('is the new limit three seconds after the limit has fallen to a half', async () => {
		await check(fallingLimit, { ratio: 1.13, refused: 0.06 });
	});
});

describe('The pace of several processes with one key', () => {
	it.each(startingWith(['Two']))('is their share of the limit: $name', async (scenario) => {
		await check(scenario, { ratio: 1.3, refused: 0.08 });
	});

	it.each(startingWith(['Four']))('is their share of the limit: $name', async (scenario) => {
		await check(scenario, { ratio: 1.4, refused: 0.12 });
	});

	it.each(startingWith(['1 x', '2 x', '4 x']))(
		'copes with another kind of limit: $name',
		async (scenario) => {
			await check(scenario, { ratio: 1.8, refused: 0.17 });
		},
	);

	it.each(changeScenarios)('follows what changes: $name', async (scenario) => {
		await check(scenario, { ratio: 1.3, refused: 0.12 });
	});

	it('makes room for one that joins: a fifth within a minute, though it was the last to come', async () => {
		const senders = [{ requests: 600 }, { requests: 400, startsAt: 8000 }];
		for (const seed of seeds) {
			const run = await simulate({ ...joining, senders }, seed);
			const [before = 0, joined = 0] = [0, 1].map(
				(sender) => acceptedOf(run, sender).filter((at) => at > 40_000 && at < 60_000).length,
			);
			expect(before + joined).toBeGreaterThan(200);
			expect(joined).toBeGreaterThan((before + joined) / 5);
		}
	});

	it('gives what one leaves to the other within ten seconds', async () => {
		for (const seed of seeds) {
			const run = await simulate({ ...joining, senders: [{ requests: 400 }, { requests: 100 }] }, seed);
			const left = acceptedOf(run, 1).at(-1) ?? 0;
			const after = acceptedOf(run, 0).filter((at) => at > left + 10_000 && at < left + 12_000);
			expect(after.length).toBeGreaterThanOrEqual(22);
		}
	});
});

describe('A small run beside a large one in one process', () => {
	const beside = (requests: number): Scenario => ({
		...joining,
		senders: [
			{ requests: 200, process: 'one' },
			{ requests, startsAt: 5000, process: 'one' },
		],
	});

	it('waits for two turns of the large one at most, before each of its requests', async () => {
		const { attempts } = await simulate(beside(20), 1);
		const turns = attempts.slice(attempts.findIndex(({ at }) => at >= 5050)).map(({ sender }) => sender);
		const untilItsLast = turns.slice(0, turns.lastIndexOf(1) + 1).join('');
		// One that is refused is sent again, and waits no longer.
		expect(untilItsLast).toMatch(/^(0{0,2}1){20,}$/);
	});

	it('has a list of a form there within two turns, too', async () => {
		const { attempts } = await simulate(beside(1), 1);
		const list = attempts.findIndex(({ sender }) => sender === 1);
		expect(attempts.filter(({ at }, index) => index < list && at >= 5050).length).toBeLessThanOrEqual(2);
		expect(attempts[list]?.at).toBeLessThan(5250);
	});
});
