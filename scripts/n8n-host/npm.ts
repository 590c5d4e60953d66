import { startProcess } from '../n8n/runningProcess';

/** Variables `npm run` sets that would make an inner npm work on the outer project. */
const ofOuterNpm =
	/^(npm_config_local_prefix|npm_config_prefix|npm_package_|npm_lifecycle_|npm_command|INIT_CWD)/;

interface NpmOptions {
	cwd: string;
	environment?: Record<string, string>;
	every5Seconds?: () => void;
}

/**
 * Runs npm quietly in a folder, as if typed there.
 * @param args e.g. `['ci']`
 * @returns what npm wrote to its standard output
 * @throws Error with the last 30 lines npm wrote when it does not end well
 */
export async function npm(
	args: string[],
	{ cwd, environment = {}, every5Seconds }: NpmOptions,
): Promise<string> {
	const outer = Object.entries(process.env).flatMap(([name, value]) =>
		value === undefined || ofOuterNpm.test(name) ? [] : [[name, value]],
	);
	const running = startProcess('npm', args, {
		cwd,
		environment: { ...Object.fromEntries(outer), ...environment },
	});
	const timer = setInterval(() => every5Seconds?.(), 5000);
	const code = await running.ended.finally(() => clearInterval(timer));
	if (code === 0) return running.stdout();
	const end = running.log().trimEnd().split('\n').slice(-30).join('\n');
	throw new Error(`npm ${args.join(' ')} in ${cwd} ended with code ${code}:\n${end}`);
}
