import { readCommandLine } from '../../../sandbox/commandLine';

it('starts the demo on port 4010 when nothing is said', () => {
	expect(readCommandLine([])).toEqual({
		port: 4010,
		apiKey: 'sandbox-key',
		latencyMs: 0,
		rateLimit: { requests: 12, perMilliseconds: 1000 },
		seed: 'demo',
		errorShape: 'integer',
		recordBodies: true,
	});
});

it('reads all options', () => {
	const words =
		'--port 0 --api-key k --latency 200 --no-rate-limit --seed empty --error-shape nested --no-bodies';
	expect(readCommandLine(words.split(' '))).toEqual({
		port: 0,
		apiKey: 'k',
		latencyMs: 200,
		rateLimit: false,
		seed: 'empty',
		errorShape: 'nested',
		recordBodies: false,
	});
});

it.each([['--port', 'x'], ['--seed', 'large'], ['--rate', '0'], ['--fast']])(
	'names what is wrong in %s %s',
	(...words) => {
		expect(() => readCommandLine(words)).toThrow(words[0]);
	},
);
