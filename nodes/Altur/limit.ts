import { z } from 'zod';

const message = 'Limit must be a whole number from 1 up';

/** How many entries of a list are wanted; Infinity with Return All. */
export const limitSchema = z
	.object({ returnAll: z.unknown(), limit: z.unknown() })
	.transform(({ returnAll, limit }) => (returnAll === true ? Infinity : limit))
	.pipe(
		z.union([z.literal(Infinity), z.number({ message }).int(message).min(1, message)], {
			errorMap: () => ({ message }),
		}),
	);
