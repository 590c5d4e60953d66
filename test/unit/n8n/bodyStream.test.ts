import { PassThrough, Readable } from 'node:stream';
import { beginsAsText, peek } from '../../../n8n/client/bodyStream';

/** A body that arrives in these pieces, one after the other. */
function arriving(...pieces: string[]): PassThrough {
	const body = new PassThrough();
	const next = () => {
		const piece = pieces.shift();
		if (piece === undefined) return body.end();
		body.write(piece);
		return setImmediate(next);
	};
	setImmediate(next);
	return body;
}

async function wholeOf(body: Readable): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of body) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks).toString();
}

describe('The beginning of a body', () => {
	it.each([
		['in one piece', ['RIFF....WAVEfmt ']],
		['byte by byte', [...'RIFF....WAVEfmt ']],
		['long, in pieces', ['RI', 'FF', 'x'.repeat(1000), 'y'.repeat(200_000)]],
	])('is looked at without being taken away: %s', async (_, pieces) => {
		const sent = pieces.join('');
		const body = arriving(...pieces);
		expect((await peek(body)).toString()).toBe(sent.slice(0, 64));
		expect((await peek(body)).toString()).toBe(sent.slice(0, 64));
		expect(await wholeOf(body)).toBe(sent);
	});

	it('is nothing when the body is empty', async () => {
		const body = arriving();
		expect(await peek(body)).toHaveLength(0);
		expect(await peek(body)).toHaveLength(0);
	});

	it('is not there when the body breaks off before', async () => {
		const body = new PassThrough();
		setImmediate(() => body.destroy(new Error('aborted')));
		await expect(peek(body)).rejects.toThrow('aborted');
	});

	it.each(['{"error": 404}', ' \n {', '<html>', '\ufeff<!doctype html>'])(
		'is text when it is %j',
		async (text) => {
			expect(await beginsAsText(arriving(...text))).toBe(true);
		},
	);

	it.each(['RIFF', 'OggS', 'ID3', '\u0000\u0000\u0000 ftypM4A <', ''])(
		'is none when it is %j',
		async (text) => {
			expect(await beginsAsText(arriving(...text))).toBe(false);
		},
	);
});
