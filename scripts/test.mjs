import { runScript } from './bootstrap.mjs';

runScript('scripts/test/main.ts').catch((error) => {
	console.error(error.message);
	console.log('0 passed, 1 failed');
	process.exitCode = 1;
});
