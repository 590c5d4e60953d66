import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reliabilityPage } from './faults/page';
import { final, passing, type Scenario } from './faults/scenarios';
import { AlturBench, addParameters, customerRows, jsonOf } from './harness/altur';
import { runTrial, type Trial } from './faults/trial';
import { asFiles, asItems, type Way } from './faults/ways';
import { FileStorage } from './harness/files';

jest.setTimeout(120_000);

const page = join(process.cwd(), 'docs', 'reliability.md');
/** So many run at once; each has a sandbox and an account of its own. */
const atOnce = 6;

async function runAll(scenarios: readonly Scenario[], way: Way): Promise<Map<string, Trial>> {
	const toCome = [...scenarios];
	const trials = new Map<string, Trial>();
	const work = async () => {
		for (let next = toCome.shift(); next; next = toCome.shift())
			trials.set(next.name, await runTrial(next, way));
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return trials;
}

/** What came of the scenarios, by the way in which the rows came. */
const trialsOf = new Map<string, Map<string, Trial>>();

const trialOf =
	(way: Pick<Way, 'name'>) =>
	({ name }: Scenario): Trial => {
		const found = trialsOf.get(way.name)?.get(name);
		if (!found) throw new Error(`${name} did not run`);
		return found;
	};

describe.each([
	['Add to Campaign', () => asItems],
	['Add From File', asFiles],
])('%s under faults', (name, wayOf) => {
	let storage: FileStorage;
	const trial = trialOf({ name });

	beforeAll(async () => {
		storage = await FileStorage.use('filesystem');
		trialsOf.set(name, await runAll([...passing, ...final], wayOf(storage)));
	});
	afterAll(() => {
		storage.close();
	});

	it.each(passing)('ends well in spite of: $name', (scenario) => {
		expect(trial(scenario)).toMatchObject({ stored: 6, storedAfterRetry: undefined, lost: 0, doubled: 0 });
		expect(trial(scenario).sees).toMatch(/^(contacts.csv: )?6 created, in \d+ requests/);
	});

	it.each(final)('loses and doubles no row, and says what to do: $name', (scenario) => {
		const { sees, lost, doubled, storedAfterRetry } = trial(scenario);
		expect({ lost, doubled, storedAfterRetry }).toEqual({ lost: 0, doubled: 0, storedAfterRetry: 6 });
		expect(sees).toMatch(/again|stopped|Shorten|Check|Pick one|Open the Altur credential|What to do about/);
		expect(sees).not.toMatch(/<html|at \w+ \(|sandbox-key/);
	});

	it('ends within the request in flight when Stop is pressed', () => {
		const stopped = [...(trialsOf.get(name)?.values() ?? [])].find(({ stopTook }) => stopTook !== undefined);
		expect(stopped?.stopTook).toBeLessThan(400);
		expect(stopped?.requests).toBe(2);
	});
});

describe('Add to Campaign', () => {
	it('is what docs/reliability.md says; UPDATE_DOCS=1 writes it anew', async () => {
		const written = reliabilityPage(passing.map(trialOf(asItems)), final.map(trialOf(asItems)));
		if (process.env.UPDATE_DOCS === '1') await writeFile(page, written);
		expect(await readFile(page, 'utf8')).toBe(written);
	});

	it('waits for a request that Altur is still at work on when it is sent again', async () => {
		const bench = await AlturBench.start({ rateLimit: false });
		const { id } = bench.sandbox.addCampaign();
		bench.sandbox.faults.add({ kind: 'latency', ms: 2500 });
		const { items } = await bench.run(customerRows(2), addParameters(id, { options: { timeout: 1 } }));
		await bench.stop();
		expect(jsonOf(items('Altur')).map(({ status }) => status)).toEqual(['created', 'created']);
	});
});
