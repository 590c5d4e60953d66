import { z } from 'zod';

const sentence = z.string().trim().min(1);

/** `{"statusCode": 400, "message": "...", "error": "Bad Request"}`; where a check fails, `message` may be a list. */
const refusalSchema = z.object({
	message: z
		.union([sentence, z.array(sentence).transform((sentences) => sentences.join('; '))])
		.optional()
		.catch(undefined),
});

/** What OliAI says itself about a refusal; undefined for a body that is no JSON (a gateway's HTML page). */
export function readRefusal(body: unknown): string | undefined {
	return refusalSchema.safeParse(body).data?.message;
}
