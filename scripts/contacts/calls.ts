import { outcomeOf, type Outcome } from '../../sandbox/altur/playing/outcome';
import { defaultSeed } from '../../sandbox/altur/playing/settings';
import { person, spellNumber } from './people';
import { rowsOf } from './sheet';

type Result = 'converted' | 'answered' | 'voicemail' | 'failed';

/** Nobody took these calls: Altur tries once more. */
const untaken: readonly Outcome[] = ['no-answer', 'busy', 'failed'];

function resultOf(phone: string): Result {
	const first = outcomeOf(defaultSeed, phone, 1);
	const outcome = untaken.includes(first) ? outcomeOf(defaultSeed, phone, 2) : first;
	if (untaken.includes(outcome)) return 'failed';
	return outcome === 'converted' || outcome === 'voicemail' ? outcome : 'answered';
}

/**
 * What must come of the calls to the people of the sheet, by the contact's status in the end, whatever the code of the
 * node does: how each call ends is drawn from its number. It holds for a campaign that does not try again after a
 * machine, and whose people are called by the local Altur in its usual way.
 */
export function expectedCalls(): Record<'called' | Result, number> {
	const counts = { called: rowsOf.new, converted: 0, answered: 0, voicemail: 0, failed: 0 };
	for (let number = 0; number < rowsOf.new; number++) counts[resultOf(spellNumber(person(number), 0))]++;
	return counts;
}
