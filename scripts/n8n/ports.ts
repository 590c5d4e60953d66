import { createServer } from 'node:net';

/** A port is taken by another program. */
export class PortBusyError extends Error {
	constructor(readonly port: number) {
		super(`Port ${port} is in use by another program.`);
		this.name = 'PortBusyError';
	}
}

async function listenOnce(port: number): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			const chosen = typeof address === 'object' && address !== null ? address.port : port;
			server.close(() => resolve(chosen));
		});
	});
}

/** A port on 127.0.0.1 that nobody used a moment ago. */
export async function freePort(): Promise<number> {
	return await listenOnce(0);
}

/** @throws PortBusyError when something already listens on that port of 127.0.0.1 */
export async function requireFreePort(port: number): Promise<void> {
	try {
		await listenOnce(port);
	} catch (cause) {
		if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')
			throw new PortBusyError(port);
		throw cause;
	}
}
