import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

/** What the operating system says of a finished process. */
export interface Measured {
	code: number | null;
	wallMilliseconds: number;
	/** User and system time of the process itself, without its children. */
	cpuMilliseconds: number;
	/** High-water mark of its resident memory. */
	peakBytes: number;
}

const sampleEvery = 100;

/**
 * Runs a command with its output in a file, and reads its CPU time and peak memory from /proc every 100 ms. Linux only.
 */
export async function runMeasured(
	command: string,
	args: string[],
	options: { cwd: string; environment: Record<string, string>; outputFile: string; errorFile: string },
): Promise<Measured> {
	const output = openSync(options.outputFile, 'w');
	const errors = openSync(options.errorFile, 'w');
	const started = performance.now();
	const child = spawn(command, args, {
		cwd: options.cwd,
		env: options.environment,
		stdio: ['ignore', output, errors],
	});
	let last = { cpuMilliseconds: 0, peakBytes: 0 };
	const sampler = setInterval(() => (last = sample(child.pid ?? 0) ?? last), sampleEvery);
	try {
		const code = await new Promise<number | null>((resolve, reject) => {
			child.once('error', reject);
			child.once('exit', resolve);
		});
		return { code, wallMilliseconds: performance.now() - started, ...last };
	} finally {
		clearInterval(sampler);
		closeSync(output);
		closeSync(errors);
	}
}

function sample(pid: number): { cpuMilliseconds: number; peakBytes: number } | undefined {
	try {
		const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
		// Fields 14 and 15, counted behind the name, which may hold spaces; in ticks of 10 ms.
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
			.replace(/^.*\) /s, '')
			.split(' ');
		const ticks = Number(fields[11]) + Number(fields[12]);
		// Between its end and its burial a process has a time still, but no memory.
		return peak === undefined ? undefined : { cpuMilliseconds: ticks * 10, peakBytes: Number(peak) * 1024 };
	} catch {
		// It ended between two samples.
		return undefined;
	}
}
