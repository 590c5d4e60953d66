import type { FailedBatch } from '../../../../bulk/batchService';
import { quote, type Explanation } from '../../../../n8n/messages';
import type { LoadMessages } from '../../../../n8n/load/failure';
import { nameContactField } from '../../fieldNames';
import { blamedContact } from '../../fieldProblems';
import { readRefusal } from '../../refusal';
import { explainFailure, retryIsSafe } from '../../errors';
import { blamesContacts } from './blamedContacts';
import type { Targets } from './rows';

/** What n8n's error says when contacts could not be added. */
export function addMessages(targets: Targets): LoadMessages {
	return {
		service: 'Altur',
		noun: 'contact',
		participle: 'added',
		onRetry: retryIsSafe,
		explain: (batch) =>
			explainOthers(batch) ??
			explainFailure(batch.failure, {
				campaignId: targets.get(batch.group)?.campaignId,
				participle: 'given contacts',
			}),
		details: ({ failure }) => {
			const { field } = readRefusal(failure.body);
			return { field: blamedContact(field)?.field ?? field };
		},
	};
}

/**
 * Explains why contacts were not added that the refusal of their request does not blame: it blames others, again after
 * the first that it blamed were left out. Their places in the request mean nothing to a person.
 */
function explainOthers({ failure: { kind, body } }: FailedBatch): Explanation | undefined {
	if (kind !== 'refused' || !blamesContacts(body)) return undefined;
	const { code, message, problems } = readRefusal(body);
	const [problem] = problems;
	const field = blamedContact(problem?.field)?.field;
	const said = problem ? problem.messages.join(' ') : message;
	const about = field === undefined ? '' : ` It is about their ${nameContactField(field)}.`;
	return {
		code: code ?? 'REFUSED',
		message: `Altur refused other contacts of the same request, and these with them.${about}${quote('Altur', said)}`,
		advice: 'Correct the rows that Altur blames, or take them out, and run this again.',
	};
}
