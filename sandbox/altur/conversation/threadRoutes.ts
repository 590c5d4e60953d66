import { z } from 'zod';
import type { Route } from '../../server/service';
import { agentId } from '../campaignFields';
import { noQuery } from '../listQueries';
import { read } from '../read';
import type { AlturState } from '../state';
import type { StoredMessage, StoredThread } from './call';

/** A thread as Altur shows it, without its messages. */
export function threadView({ id, agent, end_user, tags }: StoredThread) {
	return {
		id,
		agent,
		end_user,
		integration: { id: 'int_api', type: 'api' },
		updated_at: '2026-06-01T15:00:50Z',
		active: true,
		blocked: false,
		tags,
		assigned_to: [],
	};
}

/** `GET /thread/{id}` */
export function getThread({ conversations }: AlturState): Route {
	return {
		method: 'GET',
		path: '/thread/:id',
		handle({ params, query }) {
			read(noQuery, query);
			return { status: 200, body: threadView(conversations.thread(params['id'])) };
		},
	};
}

/** `GET /message/{thread_id}`: all of them, the oldest first. */
export function listMessages({ conversations }: AlturState): Route {
	return {
		method: 'GET',
		path: '/message/:threadId',
		handle({ params, query }) {
			read(noQuery, query);
			return { status: 200, body: conversations.messages(params['threadId']) };
		},
	};
}

const messageBody = z.strictObject({
	agent_id: agentId,
	end_user_id: z.string().min(1),
	content: z.string().min(1),
});

/** `POST /message`: the person says something, and the agent answers in a new thread. */
export function sendMessage(state: AlturState): Route {
	return {
		method: 'POST',
		path: '/message',
		handle({ body, query }) {
			read(noQuery, query);
			const { agent_id, end_user_id, content } = read(messageBody, body);
			const { conversations } = state;
			const end_user = conversations.endUser(end_user_id);
			const name = state.agents?.find(({ id }) => id === agent_id)?.name ?? 'Agent';
			const id = conversations.nextId('thr');
			const line = (sent_by: StoredMessage['sent_by'], text: string): StoredMessage => ({
				thread_id: id,
				type: 'text',
				sent_by,
				sent_at: new Date().toISOString(),
				content: text,
			});
			const messages = [line('EU', content), line('AI', 'Thank you, noted.')];
			const thread: StoredThread = { id, agent: { id: agent_id, name }, end_user, tags: [], messages };
			conversations.addThread(thread);
			return {
				status: 200,
				body: { thread: threadView(thread), messages: messages.slice(1), in_response_to: messages[0] },
			};
		},
	};
}
