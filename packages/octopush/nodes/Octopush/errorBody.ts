import { z } from 'zod';
import type { FailureKind } from '../../../../bulk/failure';
import type { ServiceAnswer } from '../../../../bulk/request';

/** `{"code": 121, "message": "..."}`: the one error body of this API that a user has published. */
const refusalSchema = z.object({
	code: z.coerce.number().int().optional().catch(undefined),
	message: z.string().trim().min(1).optional().catch(undefined),
});

export type Refusal = z.infer<typeof refusalSchema>;

/** Reads a refusal defensively; a body that is no JSON (a gateway's HTML page) tells nothing. */
export function readRefusal(body: unknown): Refusal {
	return refusalSchema.safeParse(body).data ?? {};
}

const kindByCode: Record<number, FailureKind> = {
	101: 'unauthorized',
	104: 'paymentRequired',
	105: 'paymentRequired',
	108: 'unauthorized',
	109: 'unauthorized',
	113: 'forbidden',
	114: 'forbidden',
};

/** What kind of failure a refusal is: Octopush answers HTTP 400 to many, and tells the reason by its code. */
export function kindOfRefusal({ body }: ServiceAnswer): FailureKind | undefined {
	const { code } = readRefusal(body);
	return code === undefined ? undefined : kindByCode[code];
}
