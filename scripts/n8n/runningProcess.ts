import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, readdirSync, readFileSync } from 'node:fs';

interface ProcessOptions {
	cwd: string;
	environment: Record<string, string>;
	/** A file that receives everything the process writes. */
	logFile?: string;
	/** The account it runs as, where this process may choose; default: its own. */
	account?: { uid: number; gid: number };
	/** Milliseconds the process may take to end after being asked to, before it is killed. Default 15,000. */
	patience?: number;
}

/** A program started here. Its children count as part of it. */
export interface RunningProcess {
	readonly pid: number;
	/** Resolves when it has ended, with its exit code (null when a signal ended it). */
	readonly ended: Promise<number | null>;
	/** What it wrote so far to standard output, and to both outputs. */
	stdout(): string;
	log(): string;
	/** Presses Ctrl-C: interrupts it and its children (SIGINT). */
	interrupt(): void;
	/** Asks it to end (SIGTERM), waits, kills what is left of it and its children. */
	stop(): Promise<void>;
	/** Ends it and its children as a crash would (SIGKILL). */
	kill(): Promise<void>;
}

const alive = new Set<number>();
process.once('exit', () => alive.forEach((pid) => killTree(pid)));

/** All processes, each with its parent. Small Linux systems have no `ps`; macOS has no `/proc`. */
function processes(): Array<readonly [pid: number, parent: number]> {
	if (!existsSync('/proc/self/stat')) {
		const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
		return stdout.split('\n').map((line) => {
			const [pid = NaN, parent = NaN] = line.trim().split(/\s+/).map(Number);
			return [pid, parent];
		});
	}
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map((pid) => [Number(pid), parentOf(pid)]);
}

function parentOf(pid: string): number {
	try {
		// "42 (any name) S 7 ...": the name may hold spaces and brackets.
		return Number(/^.*\) \S (\d+) /s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
	} catch {
		// It has ended meanwhile.
		return NaN;
	}
}

/** The process and all its descendants. */
function tree(root: number): number[] {
	const all = processes();
	const found = [root];
	for (const parent of found) {
		for (const [pid, itsParent] of all) if (itsParent === parent) found.push(pid);
	}
	return found;
}

function signal(pid: number, name: NodeJS.Signals): void {
	try {
		process.kill(pid, name);
	} catch {
		// It has ended already, which is what was wanted.
	}
}

function killTree(pid: number): void {
	for (const member of tree(pid)) signal(member, 'SIGKILL');
}

/** Starts a program without a shell and without standard input. */
export function startProcess(command: string, args: string[], options: ProcessOptions): RunningProcess {
	const { cwd, environment, logFile, account, patience = 15_000 } = options;
	const child = spawn(command, args, {
		...account,
		cwd,
		env: environment,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const file = logFile === undefined ? undefined : createWriteStream(logFile, { flags: 'a' });
	const written = { stdout: '', log: '' };
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			if (stream === child.stdout) written.stdout += text;
			written.log += text;
			file?.write(text);
		});
	}
	const pid = child.pid ?? 0;
	if (pid !== 0) alive.add(pid);
	const ended = new Promise<number | null>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => {
			alive.delete(pid);
			file?.end();
			resolve(code);
		});
	});
	ended.catch(() => undefined);

	const kill = async () => {
		if (alive.has(pid)) killTree(pid);
		await ended;
	};
	const stop = async () => {
		if (!alive.has(pid)) return;
		const members = tree(pid);
		signal(pid, 'SIGTERM');
		// Of all that ran then: the children of one that has ended are not found under it any more.
		const late = setTimeout(() => members.forEach((member) => signal(member, 'SIGKILL')), patience);
		await ended;
		clearTimeout(late);
		for (const member of members.slice(1)) signal(member, 'SIGKILL');
	};
	const interrupt = () => {
		for (const member of tree(pid)) signal(member, 'SIGINT');
	};
	return { pid, ended, stdout: () => written.stdout, log: () => written.log, interrupt, stop, kill };
}
