import { pythonJson, type Json, type Writing } from './pythonJson';

export const bodyForms = ['compact', 'compactEscaped', 'spaced', 'spacedEscaped'] as const;
export const signedForms = ['body', 'compact', 'compactEscaped'] as const;

/**
 * The bytes of a webhook: how the body is written, and which text of the same JSON is signed. Altur's pages say that
 * the compact text is signed, and their samples disagree on the rest.
 */
export interface ByteForm {
	body: (typeof bodyForms)[number];
	signedOver: (typeof signedForms)[number];
}

const writings: Record<ByteForm['body'], Writing> = {
	compact: { spaced: false, escaped: false },
	compactEscaped: { spaced: false, escaped: true },
	spaced: { spaced: true, escaped: false },
	spacedEscaped: { spaced: true, escaped: true },
};

/** The body as it is sent, and the text that its signature is made of. */
export function writeBody(payload: Json, { body, signedOver }: ByteForm): { body: string; signed: string } {
	const text = pythonJson(payload, writings[body]);
	return { body: text, signed: signedOver === 'body' ? text : pythonJson(payload, writings[signedOver]) };
}
