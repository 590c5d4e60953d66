import { z } from 'zod';

const whole = z.number().int().min(1);
const limit = z.union([whole, z.string().trim().regex(/^\d+$/).transform(Number).pipe(whole)]);

/**
 * How many entries of a list are wanted, by the fields "Return All" and "Limit". An expression may give either as text.
 *
 * @returns Infinity for all; undefined when the limit is no whole number above 0
 */
export function listLimit(returnAll: unknown, limited: unknown): number | undefined {
	return returnAll === true || returnAll === 'true' ? Infinity : limit.safeParse(limited).data;
}
