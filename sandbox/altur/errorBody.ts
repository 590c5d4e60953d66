import type { Refusal } from '../server/refusal';
import { specifiedError } from './specifiedError';
import type { ThrottledAs } from './specifiedError';

/**
 * How an error reads. `specified` is what Altur's specification says, by operation and status. The others are
 * what renderings of the pages and public clients hint at, for tests that a client reads anything:
 * `integer`: {error: 400, code, message}; `bare`: {error: 400, message};
 * `code`: {success, code, message}; `errorString`: {error: "CODE", message};
 * `nested`: {success, error: {code, message}}. `field` and the other keys stand beside the code.
 */
export const errorShapes = ['specified', 'integer', 'bare', 'code', 'errorString', 'nested'] as const;
export type ErrorShape = (typeof errorShapes)[number];

interface ErrorOptions {
	/** `GET /campaigns/:id`; undefined for an unknown address. */
	route?: string;
	throttledAs?: ThrottledAs;
}

/** In all shapes but `specified`, the key check and the throttle answer `{detail}`, as public clients read it. */
export function errorBody(refusal: Refusal, shape: ErrorShape, options: ErrorOptions = {}): unknown {
	const { status, code, message, extra } = refusal;
	if (shape === 'specified') return specifiedError(refusal, options.route, options.throttledAs);
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
