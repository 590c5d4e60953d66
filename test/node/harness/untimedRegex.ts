import { setSafeRegexEngine } from 'n8n-workflow';

/**
 * Lets n8n's regular expressions take the time they need. n8n ends each after 250 ms by the clock, which a busy machine
 * may let pass before a short one has begun: a run would then end before its first node.
 */
export function withoutRegexTimeout(): void {
	setSafeRegexEngine({
		exec: (pattern, input, flags) => new RegExp(pattern, flags).exec(input),
		test: (pattern, input, flags) => new RegExp(pattern, flags).test(input),
		replace: (pattern, input, flags, replacement) => input.replace(new RegExp(pattern, flags), replacement),
		matchAll: (pattern, input, flags = '') => [
			...input.matchAll(new RegExp(pattern, flags.includes('g') ? flags : `${flags}g`)),
		],
		split: (pattern, input, flags) => input.split(new RegExp(pattern, flags)),
	});
}
