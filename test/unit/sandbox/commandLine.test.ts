import { readCommandLine } from '../../../sandbox/commandLine';

it.each([
	[[], 'altur', 4010],
	[['octopush'], 'octopush', 4011],
	[['oliai'], 'oliai', 4012],
])('starts the demo of a service on a port of its own: %p', (words, service, port) => {
	expect(readCommandLine(words)).toEqual({
		service,
		options: {
			port,
			apiKey: 'sandbox-key',
			latencyMs: 0,
			latencySpread: 0,
			latencySeed: 1,
			seed: 'demo',
			recordBodies: true,
		},
	});
});

it('reads all options', () => {
	const words =
		'--port 0 --api-key k --latency 200 --latency-spread 0.3 --latency-seed 5 --no-rate-limit --seed empty --error-shape nested --no-bodies';
	expect(readCommandLine(words.split(' '))).toEqual({
		service: 'altur',
		options: {
			port: 0,
			apiKey: 'k',
			latencyMs: 200,
			latencySpread: 0.3,
			latencySeed: 5,
			rate: false,
			seed: 'empty',
			errorShape: 'nested',
			recordBodies: false,
		},
	});
	expect(readCommandLine(['octopush', '--rate', '5']).options).toMatchObject({ rate: 5 });
});

it('reads how to play, and the webhook', () => {
	const words =
		'--play --calls-per-second 100 --concurrency 50 --time-scale 600 --webhook-url http://127.0.0.1:5678/hook ' +
		'--webhook-secret dGVzdC1zZWNyZXQ= --webhook-body spacedEscaped --webhook-signed compact';
	expect(readCommandLine(words.split(' ')).options).toMatchObject({
		play: { callsPerSecond: 100, concurrency: 50 },
		timeScale: 600,
		webhook: {
			url: 'http://127.0.0.1:5678/hook',
			secret: 'dGVzdC1zZWNyZXQ=',
			body: 'spacedEscaped',
			signedOver: 'compact',
		},
	});
	expect(readCommandLine(['--play']).options).toMatchObject({ play: {} });
});

it.each([
	['--port', 'x'],
	['--seed', 'large'],
	['--rate', '0'],
	['--latency-spread', 'wide'],
	['--latency-spread', '3.1'],
	['--fast'],
	['--rate', '5', 'oliai'],
	['--error-shape', 'nested', 'octopush'],
	['--play', 'oliai'],
	['--webhook-url', 'http://127.0.0.1/', 'octopush'],
	['--webhook-url', 'nowhere'],
	['--webhook-secret', 'no base64!'],
	['--webhook-body', 'pretty'],
	['--calls-per-second', '5'],
])('names what is wrong in %s %s %s', (...words) => {
	expect(() => readCommandLine(words)).toThrow(words[0]);
});

it('names a service that there is not, and takes one at a time', () => {
	expect(() => readCommandLine(['zapier'])).toThrow('There is no service "zapier"');
	expect(() => readCommandLine(['oliai', 'altur'])).toThrow('not also altur');
});
