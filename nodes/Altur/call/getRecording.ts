import type { IBinaryKeyData, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import type { ServiceResponse } from '../../../bulk/request/request';
import type { Ask } from '../../../n8n/client/ask';
import { bodyStreamSchema, peek } from '../../../n8n/client/bodyStream';
import { checked } from '../../../n8n/form/checked';
import { InputProblem } from '../../../n8n/inputProblem';
import { type Operation, perItem } from '../operation';
import { audioType, extensionOf } from './audioType';
import { callIdField, callIdSchema } from './id';

const fields: INodeProperties[] = [
	callIdField,
	{
		displayName: 'Put Output File in Field',
		name: 'binaryProperty',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the output binary field to put the file in',
		description: 'The field of the output item that holds the recording',
	},
];

const schema = z.object({
	callId: callIdSchema,
	field: z
		.string({ message: 'Put Output File in Field is empty' })
		.trim()
		.min(1, 'Put Output File in Field is empty'),
});

/** A recording of an hour over a slow line. */
const timeoutMs = 600_000;
/** A stream that breaks off cannot be sent again by the client, which has handed it on already. */
const maxTries = 3;

/**
 * Fetches recordings: GET /call/{id}/recording, one per input item, straight into n8n's binary store, from the
 * credential's own host only.
 */
export const getRecording: Operation = {
	resource: 'call',
	name: 'Get Recording',
	value: 'getRecording',
	action: 'Get recording of call',
	description:
		'Fetch the recording of a call as a file. Altur may have none of calls that no person answered.',
	fields,
	run: perItem((form) => {
		const { callId, field } = checked(schema, {
			callId: form.value('callId'),
			field: form.value('binaryProperty'),
		});
		let binary: IBinaryKeyData | undefined;
		return {
			subject: { thing: `recording of call ${callId}`, isIdempotent: true },
			binary: () => binary,
			async carryOut(ask) {
				const file = await fetchRecording(form.context, ask, callId);
				binary = { [field]: file };
				return [{ call_id: callId, file_name: file.fileName, mime_type: file.mimeType }];
			},
		};
	}),
};

async function fetchRecording({ helpers }: IExecuteFunctions, ask: Ask, callId: string) {
	for (let tries = 1; ; tries++) {
		const response = await ask({
			method: 'GET',
			path: `/call/${callId}/recording`,
			retryable: true,
			wantsFile: true,
			timeoutMs,
			understands: (body) => bodyStreamSchema.safeParse(body).success,
		});
		try {
			const file = await store(helpers, response, callId);
			if (file) return file;
		} catch {
			if (tries >= maxTries) throw brokenOff(tries);
			continue;
		}
		throw new InputProblem('NO_RECORDING', 'The recording of the call is empty.', 'Try again later.');
	}
}

/** @returns the stored file, or nothing when the answer was empty; throws when the stream breaks off */
async function store(
	helpers: IExecuteFunctions['helpers'],
	{ headers, body }: ServiceResponse,
	callId: string,
) {
	const stream = bodyStreamSchema.parse(body);
	const beginning = await peek(stream);
	if (beginning.length === 0) return undefined;
	const mimeType = audioType(headers['content-type'], beginning);
	return await helpers.prepareBinaryData(stream, `${callId}${extensionOf(mimeType)}`, mimeType);
}

function brokenOff(tries: number): InputProblem {
	return new InputProblem(
		'RECORDING_BROKE_OFF',
		`The recording broke off while it was fetched (tried ${tries} times).`,
		'Run this again later; nothing was changed.',
	);
}
