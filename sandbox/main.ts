import { startAlturSandbox } from './altur/startAlturSandbox';
import type { AlturSandboxOptions } from './altur/startAlturSandbox';
import { readCommandLine, usage } from './commandLine';

function fail(message: string): void {
	console.error(message);
	process.exitCode = 1;
}

async function run(options: AlturSandboxOptions): Promise<void> {
	const sandbox = await startAlturSandbox(options);
	console.log(`Altur sandbox on ${sandbox.baseUrl}`);
	console.log(`API key: ${sandbox.apiKey}`);
	console.log(
		`Control: ${sandbox.origin}/__sandbox/summary (also state, requests, faults, reset, campaigns)`,
	);
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
	let options: AlturSandboxOptions;
	try {
		options = readCommandLine(process.argv.slice(2));
	} catch (error) {
		fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
		return;
	}
	run(options).catch((error: unknown) => {
		const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
		fail(busy ? `Port ${String(options.port)} is busy. Choose another one with --port.` : String(error));
	});
}

main();
