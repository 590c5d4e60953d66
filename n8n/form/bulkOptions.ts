import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { defaultMaxRetries, defaultTimeoutSeconds } from '../client/prepareClient';
import { InputProblem } from '../inputProblem';

/** A whole number of the options; an expression may give it as text. */
export function wholeNumber(label: string, from: number, to: number) {
	const message = `${label} must be a whole number from ${from} to ${to}`;
	return z.coerce.number({ message }).int(message).min(from, message).max(to, message).optional();
}

function onOrOff(label: string) {
	return z
		.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')], {
			errorMap: () => ({ message: `${label} must be on or off` }),
		})
		.optional();
}

/** The options that a load has for every service. Timeout is in seconds. */
export const sharedOptions = {
	maxRetries: wholeNumber('Max Retries', 0, 20),
	timeout: wholeNumber('Timeout', 1, 600),
	includeInputFields: onOrOff('Include Input Fields'),
	failWhenAllFail: onOrOff('Fail When All Rows Fail'),
};

/**
 * Reads those of the collection "Options" that the schema names. Values that differ from row to row may be of no use
 * for the first row, and concern nobody here.
 *
 * @param itemIndex the item for which their expressions are worked out
 * @throws InputProblem when an option is out of its range
 */
export function readOptions<Schema extends z.AnyZodObject>(
	context: IExecuteFunctions,
	schema: Schema,
	itemIndex = 0,
): z.output<Schema> {
	const options = Object.keys(schema.shape).map((name) => {
		const value: unknown = context.getNodeParameter(`options.${name}`, itemIndex, null);
		return [name, value ?? undefined];
	});
	const parsed = schema.safeParse(Object.fromEntries(options));
	if (parsed.success) return parsed.data;
	const problems = parsed.error.issues.map((issue) => issue.message).join('. ');
	throw new InputProblem('INVALID_OPTION', `${problems}.`, 'Correct it under Options.');
}

/** The collection "Options" of a form. */
export function optionsField(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options,
	};
}

/**
 * @param max rows per request
 * @param byDefault rows per request, unless the person says something else
 */
export function batchSizeOption(max: number, byDefault: number, description: string): INodeProperties {
	return {
		displayName: 'Batch Size',
		name: 'batchSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: max, numberPrecision: 0 },
		default: byDefault,
		description,
	};
}

/** @param key under which the result stands then */
export function includeInputFieldsOption(key: string): INodeProperties {
	return {
		displayName: 'Include Input Fields',
		name: 'includeInputFields',
		type: 'boolean',
		default: false,
		description: `Whether to hand on the input's columns, with the result under "${key}"`,
	};
}

/** @param max what the service allows in a second */
export function requestsPerSecondOption(max: number, description: string): INodeProperties {
	return {
		displayName: 'Requests per Second',
		name: 'requestsPerSecond',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: max, numberPrecision: 0 },
		default: max,
		description,
	};
}

export const maxRetriesOption: INodeProperties = {
	displayName: 'Max Retries',
	name: 'maxRetries',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 20, numberPrecision: 0 },
	default: defaultMaxRetries,
	description:
		'How often a request is sent again after a broken connection or an outage, waiting at most 5 minutes altogether. 0 switches retries off.',
};

const stopWhenFailed = wholeNumber('Stop When Failed', 1, 99);

export const stopWhenFailedOption: INodeProperties = {
	displayName: 'Stop When Failed',
	name: 'stopWhenFailed',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 99, numberPrecision: 0 },
	default: 50,
	description:
		'Sends nothing more once more than so many per cent of the rows have failed, judged after each request, from the first 100 rows on: so a wrong column does not fill everything. The other rows are output as not sent.',
};

/**
 * Reads the option Stop When Failed.
 *
 * @param itemIndex the item for which its expression is worked out
 * @returns per cent; undefined when it is not set
 * @throws InputProblem when it is out of its range
 */
export function readStopWhenFailed(context: IExecuteFunctions, itemIndex = 0): number | undefined {
	return readOptions(context, z.object({ stopWhenFailed }), itemIndex).stopWhenFailed;
}

export const failWhenAllFailOption: INodeProperties = {
	displayName: 'Fail When All Rows Fail',
	name: 'failWhenAllFail',
	type: 'boolean',
	default: false,
	description:
		'Whether the node ends with an error when every row failed: for schedules that nobody watches. Otherwise failed rows are output like others.',
};

/**
 * Reads the option Fail When All Rows Fail.
 *
 * @param itemIndex the item for which its expression is worked out
 * @throws InputProblem when it is neither on nor off
 */
export function readFailWhenAllFail(context: IExecuteFunctions, itemIndex = 0): boolean {
	const { failWhenAllFail } = sharedOptions;
	return readOptions(context, z.object({ failWhenAllFail }), itemIndex).failWhenAllFail ?? false;
}

export const timeoutOption: INodeProperties = {
	displayName: 'Timeout',
	name: 'timeout',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 600, numberPrecision: 0 },
	default: defaultTimeoutSeconds,
	description: 'Seconds to wait for the answer to one request',
};
