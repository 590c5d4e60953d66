import { drawnFrom, type Outcome } from './outcome';
import type { StoredCall } from '../conversation/call';

/** What the record of a call says once it has ended, and how long it took. */
type Ending = Pick<
	StoredCall,
	'status' | 'answered_by' | 'ended_by' | 'ended_reason' | 'duration' | 'billed_duration'
>;

const unconnected = {
	answered_by: null,
	ended_by: '',
	ended_reason: '',
	duration: 0,
	billed_duration: 0,
} as const;

/** Altur bills at most five seconds of a machine. */
const billedOfMachine = 5;

/** How a call ends. @param key what its length is drawn from: 20 to 120 s with a person, 4 to 12 s otherwise */
export function endingOf(outcome: Outcome, key: string): Ending {
	const drawn = drawnFrom(`length ${key}`);
	const long = 20 + Math.floor(drawn * 101);
	const short = 4 + Math.floor(drawn * 9);
	switch (outcome) {
		case 'no-answer':
		case 'busy':
		case 'failed':
			return { status: outcome, ...unconnected };
		case 'voicemail': {
			const billed_duration = Math.min(short, billedOfMachine);
			const ended = { ended_by: 'agent', ended_reason: 'voicemail_detected' };
			return { status: 'ended', answered_by: 'machine', ...ended, duration: short, billed_duration };
		}
		case 'unknown': {
			const ended = { ended_by: 'user', ended_reason: 'user_hangup' };
			return { status: 'ended', answered_by: 'unknown', ...ended, duration: short, billed_duration: short };
		}
		case 'converted':
		case 'answered':
		case 'transferred': {
			const ended =
				outcome === 'transferred'
					? { ended_by: 'system', ended_reason: 'transferred' }
					: { ended_by: 'user', ended_reason: 'user_hangup' };
			return { status: 'ended', answered_by: 'human', ...ended, duration: long, billed_duration: long };
		}
	}
}

/** Seconds a phone rings before somebody, or nobody, takes the call. */
export const ringingSeconds: Record<Outcome, number> = {
	converted: 5,
	answered: 5,
	transferred: 5,
	voicemail: 15,
	unknown: 5,
	'no-answer': 30,
	busy: 2,
	failed: 1,
};
