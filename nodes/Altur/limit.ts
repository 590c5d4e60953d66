import { z } from 'zod';
import { listLimit } from '../../n8n/node/returnAll';

const message = 'Limit must be a whole number from 1 up';

/** How many entries of a list are wanted; Infinity with Return All. */
export const limitSchema = z
	.object({ returnAll: z.unknown(), limit: z.unknown() })
	.transform(({ returnAll, limit }) => listLimit(returnAll, limit))
	.pipe(z.number({ message }));
