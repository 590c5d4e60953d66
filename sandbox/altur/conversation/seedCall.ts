import type { AlturState } from '../state';
import { seedCallSchema, type SeedCall, type StoredCall } from './call';

/** Puts a call of a campaign into the state, with its conversation. @returns a copy of it */
export function seedCall(state: AlturState, campaignId: number, seed: SeedCall): StoredCall {
	const { conversations } = state;
	const { campaign } = state.campaign(String(campaignId));
	const { transcript, ...fields } = seedCallSchema.parse(seed);
	const threadId = conversations.nextId('thr');
	const endUser = {
		id: conversations.nextUuid(),
		display_name: fields.contact.name ?? '',
		integration_type: 'api' as const,
		info: '',
	};
	conversations.putEndUser(endUser);
	conversations.addThread({
		id: threadId,
		agent: campaign.agent,
		end_user: endUser,
		tags: fields.tags.map((name) => ({ id: `tag_${name}`, name, color: 'blue' })),
		messages: transcript.map(({ sent_by, content }) => ({
			thread_id: threadId,
			type: 'text',
			sent_by,
			sent_at: fields.started_at ?? fields.created_at,
			content,
		})),
	});
	const call = { ...fields, id: fields.id ?? conversations.nextId('cll'), campaignId, threadId };
	conversations.addCall(call);
	return { ...call };
}
