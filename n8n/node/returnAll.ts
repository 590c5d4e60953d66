import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

/** The fields "Return All" and "Limit": how many entries of a list come out. */
export const returnAllFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
];

const whole = z.number().int().min(1);
const wholeText = z.string().trim().regex(/^\d+$/).transform(Number).pipe(whole);
const message = 'Limit must be a whole number from 1 up';

/** How many entries are wanted, Infinity for all. An expression may give either field as text. */
export const limitSchema = z
	.object({ returnAll: z.unknown(), limit: z.unknown() })
	.transform(({ returnAll, limit }) =>
		returnAll === true || returnAll === 'true' ? Infinity : whole.or(wholeText).safeParse(limit).data,
	)
	.pipe(z.number({ message }));

/** The two fields as `limitSchema` takes them. */
export function readLimitFields(form: { value(field: string): unknown }): z.input<typeof limitSchema> {
	return { returnAll: form.value('returnAll'), limit: form.value('limit') };
}
