import { z } from 'zod';
import { onlyWhenAsked } from '../../../../../n8n/agent/onlyWhenAsked';
import { FoundBefore } from '../../../../../n8n/item/foundBefore';
import type { Subject } from '../errors';
import { contactChoiceFields, contactIdOf, readContactChoice } from './choice';
import { type Operation, perItem } from '../operation';

const doubtedSchema = z.object({ contactId: z.string() });

/** Deletes a contact: DELETE /contacts/{id}. */
export const deleteContact: Operation = {
	resource: 'contact',
	name: 'Delete',
	value: 'delete',
	action: 'Delete contact',
	description: 'Delete one contact per item, in all audiences too; past calls are kept',
	forAgents: `Deletes a contact, in all audiences too, which cannot be undone. ${onlyWhenAsked('this contact to be deleted')}`,
	fields: contactChoiceFields,
	run: perItem((form) => {
		const choice = readContactChoice(form);
		const known = 'contactId' in choice ? choice.contactId : choice.phoneNumber;
		const what = `delete contact ${known}`;
		const subject: Subject = { ...choice };
		const before = new FoundBefore(form, what);
		const doubted = doubtedSchema.safeParse(before.get()).data;
		return {
			subject,
			once: { what, inDoubt: 'ask' },
			noteDoubt() {
				before.keep({ contactId: subject.contactId });
			},
			async carryOut(ask) {
				const { contactId } = doubted ?? { contactId: await contactIdOf(ask, choice) };
				subject.contactId = contactId;
				await ask({
					method: 'DELETE',
					path: `/contacts/${encodeURIComponent(contactId)}`,
					retryable: true,
					isAlreadyApplied: ({ status }) => status === 404,
				});
				return [{ id: contactId, deleted: true }];
			},
		};
	}),
};
