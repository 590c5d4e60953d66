import { readFileSync } from 'node:fs';

const sampleEveryMs = 100;

/** What was measured of a server while something ran in it. */
export interface Metered {
	/** Its resident memory before, and the most of it (bytes). */
	idleBytes: number;
	peakBytes: number;
	/** User and system time of the process, without its children (ms). */
	cpuMs: number;
	/** The longest that `/healthz` took to answer (ms). */
	slowestHealthMs: number;
}

/** Watches memory and answers of an n8n server. Linux only. */
export class ServerMeter {
	private readonly idle: { bytes: number; cpuMs: number };
	private peakBytes = 0;
	private slowestHealthMs = 0;
	private latest = { bytes: 0, cpuMs: 0 };
	private isOver = false;
	private readonly watching: Promise<unknown>;

	/** @param pid of the n8n process, which is idle now */
	constructor(
		private readonly pid: number,
		private readonly url: string,
	) {
		this.idle = this.sample();
		this.watching = Promise.all([this.watchMemory(), this.watchHealth()]);
	}

	async stop(): Promise<Metered> {
		this.isOver = true;
		await this.watching;
		const { idle, peakBytes, slowestHealthMs } = this;
		const cpuMs = this.sample().cpuMs - idle.cpuMs;
		return { idleBytes: idle.bytes, peakBytes, cpuMs, slowestHealthMs };
	}

	private async watchMemory(): Promise<void> {
		while (!this.isOver) {
			this.peakBytes = Math.max(this.peakBytes, this.sample().bytes);
			await pause();
		}
	}

	private async watchHealth(): Promise<void> {
		while (!this.isOver) {
			const asked = performance.now();
			try {
				const response = await fetch(`${this.url}/healthz`);
				await response.arrayBuffer();
			} catch {
				// n8n gave no answer, or its process has ended: that took as long as it took.
			}
			this.slowestHealthMs = Math.max(this.slowestHealthMs, performance.now() - asked);
			await pause();
		}
	}

	/** A process that has ended has used what it had used before. */
	private sample(): { bytes: number; cpuMs: number } {
		try {
			return (this.latest = readUsage(this.pid));
		} catch {
			return this.latest;
		}
	}
}

function readUsage(pid: number): { bytes: number; cpuMs: number } {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	// Fields 14 and 15, counted behind the name, which may hold spaces; in ticks of 10 ms.
	const fields = stat.replace(/^.*\) /s, '').split(' ');
	return {
		bytes: Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024,
		cpuMs: (Number(fields[11]) + Number(fields[12])) * 10,
	};
}

async function pause(): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, sampleEveryMs));
}
