import { z } from 'zod';
import { outcomes } from './outcome';

/** What the ends of calls are drawn from, unless another text is given. */
export const defaultSeed = '1';

/** How campaigns are played. */
export const playSettings = z.strictObject({
	/** Calls that a campaign begins in a second. */
	callsPerSecond: z.number().positive().default(20),
	/** Calls of a campaign at a time, in the place of its own concurrency, which no request sets. */
	concurrency: z.number().int().min(1).optional(),
	/** Another text gives other outcomes. */
	seed: z.string().default(defaultSeed),
	/** How calls to some numbers end, whatever the seed says; in E.164. */
	outcomes: z.record(z.enum(outcomes)).default({}),
});
export type PlaySettings = z.input<typeof playSettings>;
