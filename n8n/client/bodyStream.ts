import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

/** The body of an answer while it arrives, as n8n's binary store takes it. */
export type BodyStream = Exclude<
	Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0],
	Buffer | Uint8Array
>;

/** Nobody may import Node's streams here (n8n Cloud forbids it), so one is known by what it can do. */
export const bodyStreamSchema = z.custom<BodyStream>(
	(value) => typeof value === 'object' && value !== null && 'pipe' in value && 'unshift' in value,
);

/** So much of an answer that refuses is read; no sentence is longer. */
const maxReadBytes = 64 * 1024;

/** Reads a body that is no file after all: JSON, if it is some, otherwise its text, as far as a refusal can go. */
export async function readBody(stream: BodyStream): Promise<unknown> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of stream) {
		const part = Buffer.from(chunk);
		chunks.push(part);
		bytes += part.length;
		if (bytes >= maxReadBytes) break;
	}
	const text = Buffer.concat(chunks).toString('utf8');
	try {
		const body: unknown = JSON.parse(text);
		return body;
	} catch {
		return text;
	}
}

/** So much of the beginning of a body is waited for: enough to tell what it is. */
const beginningBytes = 64;

/** Whether a body is JSON or a page in the place of a file: no recording, image or archive begins with { or <. */
export async function beginsAsText(stream: BodyStream): Promise<boolean> {
	return /^(\xef\xbb\xbf)?\s*[{<]/.test((await peek(stream)).toString('latin1'));
}

/**
 * Looks at the beginning of a body without taking it away, however small the pieces are in which it arrives.
 *
 * @returns up to 64 bytes; fewer when the body has no more, none when it is empty; rejects when it breaks off before
 */
export async function peek(stream: BodyStream): Promise<Buffer> {
	if (stream.readableEnded) return Buffer.alloc(0);
	const arrived: unknown = stream.read(beginningBytes);
	if (Buffer.isBuffer(arrived)) {
		stream.unshift(arrived);
		return arrived;
	}
	return await new Promise((resolve, reject) => {
		const finish = (bytes: Buffer) => {
			stream.off('readable', look).off('end', atEnd).off('error', reject);
			if (bytes.length > 0) stream.unshift(bytes);
			resolve(bytes);
		};
		const atEnd = () => {
			finish(Buffer.alloc(0));
		};
		const look = () => {
			// Nothing is there until so many bytes have arrived, or the body is at its end.
			const chunk: unknown = stream.read(beginningBytes);
			if (Buffer.isBuffer(chunk)) finish(chunk);
		};
		stream.on('readable', look).once('end', atEnd).once('error', reject);
	});
}
