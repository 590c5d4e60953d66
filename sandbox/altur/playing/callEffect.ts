import { setContactStatus, type StoredContact } from '../contactList';
import type { Outcome } from './outcome';

/** Calls to a contact that nobody took are tried again so often; Altur's pages say "typically 1". */
const failedRetries = 1;

/**
 * Moves a contact on after a call.
 * @param retries how often the campaign tries again after a machine, in each cycle
 * @returns whether it is to be called again in this cycle
 */
export function settleContact(contact: StoredContact, outcome: Outcome, retries: number): boolean {
	const { history } = contact;
	switch (outcome) {
		case 'converted':
			setContactStatus(contact, 'converted');
			return false;
		case 'answered':
		case 'transferred':
		case 'unknown':
			setContactStatus(contact, 'answered');
			return false;
		case 'voicemail': {
			const again = history !== undefined && history.voicemailRetries < retries;
			if (again) history.voicemailRetries += 1;
			setContactStatus(contact, again ? 'retrying' : 'voicemail');
			return again;
		}
		case 'no-answer':
		case 'busy':
		case 'failed': {
			const again = history !== undefined && history.failedRetries < failedRetries;
			if (again) history.failedRetries += 1;
			setContactStatus(contact, again ? 'retrying' : 'failed');
			return again;
		}
	}
}
