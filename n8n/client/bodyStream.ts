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

/** Whether a body is JSON in the place of a file: no recording, image or archive begins with a brace. */
export async function beginsAsJson(stream: BodyStream): Promise<boolean> {
	return /^\s*\{/.test((await peek(stream)).toString('latin1', 0, 100));
}

/** Looks at the beginning of a body without taking it away. @returns as much as has arrived first; nothing at its end */
export async function peek(stream: BodyStream): Promise<Buffer> {
	if (stream.readableEnded) return Buffer.alloc(0);
	return await new Promise((resolve, reject) => {
		const look = () => {
			const chunk: unknown = stream.read();
			const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.alloc(0);
			if (bytes.length > 0) stream.unshift(bytes);
			for (const event of ['readable', 'end']) stream.off(event, look);
			stream.off('error', reject);
			resolve(bytes);
		};
		stream.once('error', reject);
		stream.once('readable', look);
		stream.once('end', look);
	});
}
