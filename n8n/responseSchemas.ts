import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

/** A JSON object of an answer. What stands in it is handed on as it is, so that new fields of a service reach people. */
export const jsonObject = z.custom<IDataObject>(
	(value) => typeof value === 'object' && value !== null && !Array.isArray(value),
	'must be an object',
);

/**
 * Makes the test whether a successful answer says what it must.
 *
 * @param schema of the least that has to stand in it
 */
export function understands(schema: z.ZodTypeAny): (body: unknown) => boolean {
	return (body) => schema.safeParse(body).success;
}
