import type { Refusal } from '../server/refusal';

/**
 * Where the code of an error stands in its body; the vendor's pages do not say.
 * `integer`: {error: 400, code, message}; `bare`: {error: 400, message}, the only printed schema;
 * `code`: {success, code, message}; `errorString`: {error: "CODE", message};
 * `nested`: {success, error: {code, message}}. `field` and the other keys stand beside the code.
 */
export const errorShapes = ['integer', 'bare', 'code', 'errorString', 'nested'] as const;
export type ErrorShape = (typeof errorShapes)[number];

/** The key check and the throttle answer `{detail}` in every shape, as seen by public clients. */
export function errorBody({ status, code, message, extra }: Refusal, shape: ErrorShape): unknown {
	if (status === 401 || status === 429) return { detail: message };
	switch (shape) {
		case 'integer':
			return { error: status, code, message, ...extra };
		case 'bare':
			return { error: status, message, ...extra };
		case 'code':
			return { success: false, code, message, ...extra };
		case 'errorString':
			return { error: code, message, ...extra };
		case 'nested':
			return { success: false, error: { code, message, ...extra } };
	}
}
