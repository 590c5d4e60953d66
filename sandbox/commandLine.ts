import { parseArgs } from 'node:util';
import { z } from 'zod';
import { errorShapes } from './altur/errorBody';
import { bodyForms, signedForms } from './altur/webhook/byteForm';
import { defaultSecret, webhookFields } from './altur/webhook/settings';
import { seedNames } from './server/sandbox';
import { services, type ServiceName, type ServiceOptions } from './services';

const serviceNames = ['altur', 'octopush', 'oliai'] as const satisfies readonly ServiceName[];

export const usage = `npm run sandbox -- [${serviceNames.join(' | ')}] [options]
  --port 4010            port on 127.0.0.1 (0 takes a free one; octopush 4011, oliai 4012)
  --api-key sandbox-key  the key it accepts
  --latency 200          milliseconds each request's work takes
  --latency-spread 0.3   makes it vary around them: standard deviation of its logarithm
  --latency-seed 1       the same latencies in the same order, each time
  --no-rate-limit        never answer 429
  --seed demo            ${seedNames.join(' | ')}
  --no-bodies            do not keep request bodies (for very large runs)
  --rate 12              altur, octopush: requests in any second before it answers 429
  --error-shape specified altur: ${errorShapes.join(' | ')}
  --play                 altur: campaigns that are activated call their contacts
  --calls-per-second 20  altur: calls that a campaign begins in a second
  --concurrency 1        altur: calls of a campaign at a time
  --time-scale 60        altur: how many times faster than life calls, cooldowns and webhook retries pass
  --webhook-url URL      altur: where events are sent
  --webhook-secret TEXT  altur: what they are signed with, in base64 (${defaultSecret})
  --webhook-body compact altur: ${bodyForms.join(' | ')}
  --webhook-signed body  altur: the text that is signed: ${signedForms.join(' | ')}
  --help                 say this`;

const whole = (min: number) =>
	z.string().regex(/^\d+$/, 'must be a whole number').transform(Number).pipe(z.number().min(min));

/** Standard deviations of a logarithm; with more than 3, one answer in six takes twenty times the median. */
const spread = z
	.string()
	.regex(/^\d+(\.\d+)?$/, 'must be a number such as 0.3')
	.transform(Number)
	.pipe(z.number().max(3));

const values = z.object({
	service: z.enum(serviceNames).default('altur'),
	port: whole(0).optional(),
	'api-key': z.string().min(1).default('sandbox-key'),
	latency: whole(0).default('0'),
	'latency-spread': spread.default('0'),
	'latency-seed': whole(0).default('1'),
	rate: whole(1).optional(),
	'no-rate-limit': z.boolean().default(false),
	seed: z.enum(seedNames).default('demo'),
	'error-shape': z.enum(errorShapes).optional(),
	'no-bodies': z.boolean().default(false),
	play: z.boolean().optional(),
	'calls-per-second': whole(1).optional(),
	concurrency: whole(1).optional(),
	'time-scale': whole(1).optional(),
	'webhook-url': z.string().url().optional(),
	'webhook-secret': webhookFields.secret.optional(),
	'webhook-body': webhookFields.body.optional(),
	'webhook-signed': webhookFields.signedOver.optional(),
});
type Values = z.output<typeof values>;

const ofPlaying = ['play', 'calls-per-second', 'concurrency', 'time-scale'] as const;
const ofWebhooks = ['webhook-url', 'webhook-secret', 'webhook-body', 'webhook-signed'] as const;

/** The options that only some services have. */
const someHave = ['rate', 'error-shape', ...ofPlaying, ...ofWebhooks] as const;
const ownOptions: Record<ServiceName, ReadonlyArray<(typeof someHave)[number]>> = {
	altur: someHave,
	octopush: ['rate'],
	oliai: [],
};

/** What Altur does besides answering. Throws an Error for how to play, when it is not to play. */
function ownDoing(given: Values): Pick<ServiceOptions, 'play' | 'timeScale' | 'webhook'> {
	const { play, 'calls-per-second': callsPerSecond, concurrency, 'time-scale': timeScale } = given;
	if (!play && (callsPerSecond ?? concurrency) !== undefined) {
		throw new Error('--calls-per-second and --concurrency need --play');
	}
	const webhook = {
		...(given['webhook-url'] !== undefined && { url: given['webhook-url'] }),
		...(given['webhook-secret'] !== undefined && { secret: given['webhook-secret'] }),
		...(given['webhook-body'] !== undefined && { body: given['webhook-body'] }),
		...(given['webhook-signed'] !== undefined && { signedOver: given['webhook-signed'] }),
	};
	return {
		...(play && {
			play: {
				...(callsPerSecond !== undefined && { callsPerSecond }),
				...(concurrency !== undefined && { concurrency }),
			},
		}),
		...(timeScale !== undefined && { timeScale }),
		...(Object.keys(webhook).length > 0 && { webhook }),
	};
}

/** Node's own advice about a wrong option, behind the first sentence, is about programs that take file names. */
function readWords(words: readonly string[]) {
	const text = { type: 'string' } as const;
	const flag = { type: 'boolean' } as const;
	try {
		return parseArgs({
			args: [...words],
			allowPositionals: true,
			options: {
				port: text,
				'api-key': text,
				latency: text,
				'latency-spread': text,
				'latency-seed': text,
				rate: text,
				'no-rate-limit': flag,
				seed: text,
				'error-shape': text,
				'no-bodies': flag,
				play: flag,
				...Object.fromEntries([...ofPlaying.slice(1), ...ofWebhooks].map((name) => [name, text])),
			},
		});
	} catch (cause) {
		const [what] = String(cause instanceof Error ? cause.message : cause).split('. ');
		throw new Error(what, { cause });
	}
}

/** Which service `npm run sandbox` starts, and how. Throws an Error that names what is wrong with the words. */
export function readCommandLine(words: readonly string[]): { service: ServiceName; options: ServiceOptions } {
	const { values: options, positionals } = readWords(words);
	const [service, ...others] = positionals;
	if (others.length > 0) throw new Error(`One service at a time, not also ${others.join(', ')}`);
	const parsed = values.safeParse({ ...options, service });
	if (!parsed.success) {
		const problems = parsed.error.issues.map(({ path, message }) =>
			path[0] === 'service' ? `There is no service "${String(service)}"` : `--${path.join('.')}: ${message}`,
		);
		throw new Error(problems.join('\n'));
	}
	const given = parsed.data;
	for (const name of someHave) {
		if (given[name] !== undefined && !ownOptions[given.service].includes(name)) {
			throw new Error(`--${name}: ${services[given.service].name} has no such option`);
		}
	}
	return {
		service: given.service,
		options: {
			port: given.port ?? services[given.service].port,
			apiKey: given['api-key'],
			latencyMs: given.latency,
			latencySpread: given['latency-spread'],
			latencySeed: given['latency-seed'],
			seed: given.seed,
			recordBodies: !given['no-bodies'],
			...ownDoing(given),
			...(given['error-shape'] && { errorShape: given['error-shape'] }),
			...(given['no-rate-limit'] ? { rate: false } : given.rate !== undefined && { rate: given.rate }),
		},
	};
}
