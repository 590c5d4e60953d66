import { readCommandLine, usage } from './commandLine';
import { defaultSecret } from './altur/webhook/settings';
import { services, type ServiceName, type ServiceOptions } from './services';

function fail(message: string): void {
	console.error(message);
	process.exitCode = 1;
}

function tellOfWebhooks(origin: string, { play, webhook }: ServiceOptions): void {
	const post = (path: string, body: object): string =>
		`curl -X POST ${origin}/__sandbox/${path} -H 'content-type: application/json' -d '${JSON.stringify(body)}'`;
	const { url, secret = defaultSecret } = webhook ?? {};
	console.log(
		play ? 'Campaigns that are activated are played.' : 'Nothing rings by itself: --play changes that.',
	);
	console.log(`Webhook: ${url ?? 'none yet'}, signed with the secret ${secret}`);
	if (!url)
		console.log(`  to set it up: ${post('webhooks', { url: 'http://127.0.0.1:5678/webhook/altur' })}`);
	console.log(`An event by hand: ${post('events', { type: 'on_call_end' })}`);
}

async function run(service: ServiceName, options: ServiceOptions): Promise<void> {
	const { name, start } = services[service];
	const sandbox = await start(options);
	console.log(`${name} sandbox on ${sandbox.baseUrl}`);
	if ('apiLogin' in sandbox) console.log(`API login: ${sandbox.apiLogin}`);
	console.log(`API key: ${sandbox.apiKey}`);
	console.log(`Control: ${sandbox.origin}/__sandbox/summary (also state, requests, faults, reset)`);
	if (service === 'altur') tellOfWebhooks(sandbox.origin, options);
	console.log('Ctrl-C ends it.');
	const end = (): void => {
		sandbox.close().catch((error: unknown) => {
			fail(String(error));
		});
	};
	process.once('SIGINT', end);
	process.once('SIGTERM', end);
}

function main(): void {
	const words = process.argv.slice(2);
	if (words.includes('--help')) {
		console.log(usage);
		return;
	}
	let given: ReturnType<typeof readCommandLine>;
	try {
		given = readCommandLine(words);
	} catch (error) {
		fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
		return;
	}
	run(given.service, given.options).catch((error: unknown) => {
		const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
		const port = String(given.options.port);
		fail(busy ? `Port ${port} is busy. Choose another one with --port.` : String(error));
	});
}

main();
