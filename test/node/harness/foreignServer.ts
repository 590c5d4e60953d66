import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server that is none of the services answers to everything. */
interface ForeignAnswer {
	status: number;
	headers?: Record<string, string>;
	body: string;
}

const html = { 'content-type': 'text/html; charset=utf-8' };
const json = { 'content-type': 'application/json' };

/** What stands at addresses that people paste by mistake, and what the node says it answers with. */
export const foreignAnswers: Array<[what: string, answer: ForeignAnswer, said: RegExp]> = [
	[
		'a page with 200',
		{ status: 200, headers: html, body: '<!doctype html><title>Hi</title>' },
		/it answers with a web page/,
	],
	[
		'a login page with 200 behind a byte order mark',
		{ status: 200, headers: html, body: '\uFEFF\n<html><form></form></html>' },
		/it answers with a web page/,
	],
	[
		'the JSON of another API with 200',
		{ status: 200, headers: json, body: '{"args":{},"url":"/campaigns"}' },
		/it answers with the data of something else/,
	],
	[
		'a list with 200',
		{ status: 200, headers: json, body: '[1,2]' },
		/it answers with the data of something else/,
	],
	['a text with 200', { status: 200, body: 'It works!' }, /it answers with a text/],
	['nothing with 200', { status: 200, body: '' }, /it answers with nothing/],
	['nothing with 204', { status: 204, body: '' }, /it answers with nothing/],
	[
		'a page with 404',
		{ status: 404, headers: html, body: '<h1>Not Found</h1>' },
		/it answers with a web page/,
	],
	['nothing with 404', { status: 404, body: '' }, /it answers with nothing/],
	[
		'a page with 405',
		{ status: 405, headers: html, body: '<h1>Not Allowed</h1>' },
		/it answers with a web page/,
	],
	[
		'a page with 401',
		{ status: 401, headers: html, body: '<h1>Authorization Required</h1>' },
		/it answers with a web page/,
	],
	['XML with 403', { status: 403, body: '<?xml version="1.0"?><Error/>' }, /it answers with a web page/],
	[
		'a redirect to a login',
		{ status: 302, headers: { location: '/login' }, body: '' },
		/sends the request on to another address/,
	],
];

/** Something on this machine that answers, and is none of the services. */
export async function startForeignServer() {
	let answer: ForeignAnswer = { status: 200, body: '' };
	const server = createServer((request, response) => {
		request.resume();
		response.writeHead(answer.status, answer.headers).end(answer.body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${port}`,
		/** Asked with https, which it does not speak. */
		httpsOrigin: `https://127.0.0.1:${port}`,
		answerWith(next: ForeignAnswer) {
			answer = next;
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
