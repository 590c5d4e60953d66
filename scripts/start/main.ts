import { owner } from '../n8n/owner';
import { PortBusyError } from '../n8n/ports';
import { demoFolder } from './demoFolder';
import { startDemo, type Demo } from './demo';
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

function tell(title: string, { table, differences }: Demo['loaded']): void {
	console.log(`\n${title}\n${table}\n`);
	for (const difference of differences) console.error(`Not as expected: ${difference}`);
	if (differences.length > 0) process.exitCode = 1;
}

/** Lets the person in at once, while the telephones ring. */
async function show(demo: Demo): Promise<void> {
	// Before the person reads of Ctrl-C, or a very quick one would be lost.
	const interrupted = untilInterrupted();
	console.log(`n8n:      ${demo.url}\nemail:    ${owner.email}\npassword: ${owner.password}`);
	const services = Object.entries(demo.services).map(([name, address]) => `${name} ${address}`);
	console.log(`\nThe local services: ${services.join(', ')}. Ctrl-C ends all.`);
	console.log('\nCalling the people of the sheet: look at "Altur calls" under Data tables in n8n.');
	let isEnding = false;
	demo.callThePeople().then(
		(called) => {
			tell('What came of each row', called);
		},
		(error: unknown) => {
			if (!isEnding) console.error(`The people of the sheet were not called: ${String(error)}`);
		},
	);
	await interrupted;
	isEnding = true;
	console.log('\nEnding n8n and the local services.');
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
	try {
		tell('Begin here: load contacts from a sheet', demo.loaded);
		if (once) {
			console.log('Calling the people of the sheet.');
			tell('What came of each row', await demo.callThePeople());
		} else {
			await show(demo);
		}
	} finally {
		await demo.stop();
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : String(error));
	if (error instanceof PortBusyError) {
		console.error(`Choose another one: npm start -- --port ${error.port + 10}`);
	}
	process.exit(1);
});
