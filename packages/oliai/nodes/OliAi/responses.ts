import { z } from 'zod';
import { jsonObject } from '../../../../n8n/responseSchemas';

/** An ID or number of an answer as text. The pages show texts; a number says the same. */
export const idOf = z.union([z.string().min(1), z.number()]).transform(String);

/** A count of an answer, which may be written as text; undefined when it is missing, or none. */
export const count = z
	.union([z.number(), z.string().trim().regex(/^\d+$/).transform(Number)])
	.pipe(z.number().int().min(0))
	.optional()
	.catch(undefined);

/** An answer that is a contact or audience. */
export const objectWithId = jsonObject.and(z.object({ id: z.union([z.string().min(1), z.number()]) }));
