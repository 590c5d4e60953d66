import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import { startAlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { until, webhookReceiver } from './webhookReceiver';

const children: ChildProcess[] = [];
afterEach(() => {
	for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Runs `npm run sandbox`'s script; `printed` grows with both of its outputs. */
function runSandbox(...words: string[]) {
	const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts', ...words]);
	children.push(child);
	const output = { printed: '' };
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (piece: Buffer) => {
			output.printed += piece.toString();
		});
	}
	return { child, output, ended: once(child, 'close') };
}

it('prints base URL and key, and ends on Ctrl-C while requests wait', async () => {
	const { child, output, ended } = runSandbox('--port', '0', '--api-key', 'my-key', '--latency', '60000');
	while (!output.printed.includes('Ctrl-C')) await once(child.stdout, 'data');
	const baseUrl = /http:\/\/127\.0\.0\.1:\d+\/api\/v1\.0/.exec(output.printed)?.[0] ?? '';
	expect(output.printed).toContain('API key: my-key');
	const waiting = fetch(`${baseUrl}/campaigns`, { headers: { authorization: 'api-key my-key' } });
	const broken = expect(waiting).rejects.toThrow('fetch failed');
	const journal = baseUrl.replace('/api/v1.0', '/__sandbox/requests');
	while ((await (await fetch(journal)).text()) === '[]');
	child.kill('SIGINT');
	await broken;
	expect(await ended).toEqual([0, null]);
}, 30_000);

it.each([
	[
		'octopush',
		'/v1/public/wallet/check-balance',
		{ 'api-login': 'demo@example.com', 'api-key': 'sandbox-key' },
	],
	['oliai', '/v1/audiences', { 'x-api-key': 'sandbox-key' }],
])(
	'starts %s too, which takes the login that is printed',
	async (service, path, headers) => {
		const { child, output, ended } = runSandbox(service, '--port', '0');
		while (!output.printed.includes('Ctrl-C')) await once(child.stdout, 'data');
		for (const value of Object.values(headers)) expect(output.printed).toContain(value);
		const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(output.printed)?.[0] ?? '';
		expect((await fetch(origin + path, { headers })).status).toBe(200);
		child.kill('SIGINT');
		expect(await ended).toEqual([0, null]);
	},
	30_000,
);

it('prints how an event is sent by hand, and that command sends it', async () => {
	const receiver = await webhookReceiver();
	try {
		const words = ['--port', '0', '--play', '--webhook-url', receiver.url];
		const { child, output, ended } = runSandbox(...words);
		while (!output.printed.includes('Ctrl-C')) await once(child.stdout, 'data');
		expect(output.printed).toContain('Campaigns that are activated are played.');
		expect(output.printed).toContain(`Webhook: ${receiver.url}, signed with the secret c2FuZGJveC1zZWNyZXQ=`);
		const command = /An event by hand: curl -X POST (\S+) -H '(\S+): (\S+)' -d '(.*)'/.exec(output.printed);
		const [, address, header, value, body] = z.array(z.string()).parse(command);
		const sent = await fetch(address ?? '', {
			method: 'POST',
			headers: { [header ?? '']: value ?? '' },
			body,
		});
		expect(sent.status).toBe(200);
		await until(() => receiver.received.length === 1);
		expect(receiver.events('on_call_end')).toMatchObject([{ id: 'cll_demo00000002' }]);
		child.kill('SIGINT');
		expect(await ended).toEqual([0, null]);
	} finally {
		await receiver.close();
	}
}, 30_000);

it('warns of nothing while many requests wait', async () => {
	const { child, output, ended } = runSandbox('--port', '0', '--latency', '400', '--no-rate-limit');
	while (!output.printed.includes('Ctrl-C')) await once(child.stdout, 'data');
	const baseUrl = /http:\/\/127\.0\.0\.1:\d+\/api\/v1\.0/.exec(output.printed)?.[0] ?? '';
	const headers = { authorization: 'api-key sandbox-key' };
	const asked = Array.from({ length: 30 }, () => fetch(`${baseUrl}/campaigns`, { headers }));
	for (const { status } of await Promise.all(asked)) expect(status).toBe(200);
	child.kill('SIGINT');
	expect(await ended).toEqual([0, null]);
	expect(output.printed).not.toContain('MaxListenersExceededWarning');
}, 30_000);

it('names a busy port and ends with exit code 1', async () => {
	const other = await startAlturSandbox();
	try {
		const { output, ended } = runSandbox('--port', String(other.port));
		expect(await ended).toEqual([1, null]);
		expect(output.printed).toContain(`Port ${String(other.port)} is busy.`);
	} finally {
		await other.close();
	}
}, 30_000);

it('prints the options there are when it is asked for help, and starts nothing', async () => {
	const { output, ended } = runSandbox('--help');
	expect(await ended).toEqual([0, null]);
	expect(output.printed).toContain('npm run sandbox');
	expect(output.printed).not.toContain('Ctrl-C');
}, 30_000);

it('prints what is wrong with an option, and the options there are', async () => {
	const { output, ended } = runSandbox('--seed', 'large');
	expect(await ended).toEqual([1, null]);
	expect(output.printed).toContain('--seed');
	expect(output.printed).toContain('npm run sandbox');
}, 30_000);
