import { parseArgs } from 'node:util';
import { z } from 'zod';
import { seedNames } from './altur/alturService';
import { errorShapes } from './altur/errorBody';
import type { AlturSandboxOptions } from './altur/startAlturSandbox';

export const usage = `npm run sandbox -- [options]
  --port 4010            port on 127.0.0.1 (0 takes a free one)
  --api-key sandbox-key  the key it accepts
  --latency 200          milliseconds each request's work takes
  --rate 12              requests in any second before it answers 429
  --no-rate-limit        never answer 429
  --seed demo            demo | empty
  --error-shape integer  ${errorShapes.join(' | ')}
  --no-bodies            do not keep request bodies (for very large runs)`;

const whole = (min: number) =>
	z.string().regex(/^\d+$/, 'must be a whole number').transform(Number).pipe(z.number().min(min));

const values = z.object({
	port: whole(0).default('4010'),
	'api-key': z.string().min(1).default('sandbox-key'),
	latency: whole(0).default('0'),
	rate: whole(1).default('12'),
	'no-rate-limit': z.boolean().default(false),
	seed: z.enum(seedNames).default('demo'),
	'error-shape': z.enum(errorShapes).default('integer'),
	'no-bodies': z.boolean().default(false),
});

/** The options of `npm run sandbox`. Throws an Error that names what is wrong with them. */
export function readCommandLine(words: readonly string[]): AlturSandboxOptions {
	const text = { type: 'string' } as const;
	const flag = { type: 'boolean' } as const;
	const parsed = values.safeParse(
		parseArgs({
			args: [...words],
			options: {
				port: text,
				'api-key': text,
				latency: text,
				rate: text,
				'no-rate-limit': flag,
				seed: text,
				'error-shape': text,
				'no-bodies': flag,
			},
		}).values,
	);
	if (!parsed.success) {
		throw new Error(
			parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'),
		);
	}
	const given = parsed.data;
	return {
		port: given.port,
		apiKey: given['api-key'],
		latencyMs: given.latency,
		rateLimit: given['no-rate-limit'] ? false : { requests: given.rate, perMilliseconds: 1000 },
		seed: given.seed,
		errorShape: given['error-shape'],
		recordBodies: !given['no-bodies'],
	};
}
