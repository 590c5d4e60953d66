import { owner } from '../n8n/owner';
import { PortBusyError } from '../n8n/ports';
import { demoFolder } from './demoFolder';
import { startDemo } from './demo';
import { readOptions, usage } from './options';

function untilInterrupted(): Promise<void> {
	return new Promise((resolve) => {
		const heldOpen = setInterval(() => undefined, 60_000);
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.removeAllListeners(signal);
			process.on(signal, () => {
				clearInterval(heldOpen);
				resolve();
			});
		}
	});
}

async function main(): Promise<void> {
	const { once, port, help } = readOptions(process.argv.slice(2));
	if (help) {
		console.log(usage);
		return;
	}
	const { userFolder, remove } = demoFolder(once);
	process.once('exit', remove);
	const demo = await startDemo(userFolder, port, (line) => console.log(line));
	console.log(`\nLoad contacts from a sheet\n${demo.table}\n`);
	for (const difference of demo.differences) console.error(`Not as expected: ${difference}`);
	if (demo.differences.length > 0) process.exitCode = 1;

	if (!once) {
		// Before the person reads of Ctrl-C, or a very quick one would be lost.
		const interrupted = untilInterrupted();
		console.log(`n8n:      ${demo.url}\nemail:    ${owner.email}\npassword: ${owner.password}`);
		const services = Object.entries(demo.services).map(([name, address]) => `${name} ${address}`);
		console.log(`\nThe local services: ${services.join(', ')}. Ctrl-C ends all.`);
		await interrupted;
		console.log('\nEnding n8n and the local services.');
	}
	await demo.stop();
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : String(error));
	if (error instanceof PortBusyError) {
		console.error(`Choose another one: npm start -- --port ${error.port + 10}`);
	}
	process.exit(1);
});
