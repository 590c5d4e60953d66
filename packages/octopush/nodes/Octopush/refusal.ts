import { z } from 'zod';
import type { FailureKind } from '../../../../bulk/request/failure';
import type { ServiceResponse } from '../../../../bulk/request/request';

/** `{"code": 121, "message": "..."}`: the one error body of this API that a user has published. */
const refusalSchema = z.object({
	code: z
		.union([z.number().int(), z.string().trim().regex(/^\d+$/).transform(Number)])
		.optional()
		.catch(undefined),
	message: z.string().trim().min(1).optional().catch(undefined),
});

export type Refusal = z.infer<typeof refusalSchema>;

/** Reads a refusal defensively; a body that is no JSON (a gateway's HTML page) tells nothing. */
export function readRefusal(body: unknown): Refusal {
	return refusalSchema.safeParse(body).data ?? {};
}

const kindByCode: ReadonlyMap<number, FailureKind> = new Map([
	[101, 'unauthorized'],
	[104, 'paymentRequired'],
	[105, 'paymentRequired'],
	[108, 'unauthorized'],
	[109, 'unauthorized'],
	[113, 'forbidden'],
	[114, 'forbidden'],
]);

const withItems = z.object({ items: z.array(z.unknown()).min(1) });

/**
 * What kind of failure a refusal is: Octopush answers HTTP 400 to many, and tells the reason by its code. Its older API
 * answered 200 to them, so a code in a 2xx is believed too; 000 means that all is well.
 */
export function kindOfRefusal({ status, body }: ServiceResponse): FailureKind | undefined {
	const { code } = readRefusal(body);
	if (code === undefined) return undefined;
	if (status >= 300) return kindByCode.get(code);
	const isFine = code === 0 || code === status || withItems.safeParse(body).success;
	return isFine ? undefined : (kindByCode.get(code) ?? 'refused');
}
