import { runScript } from './bootstrap.mjs';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));

runScript('scripts/start/main.ts').catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
