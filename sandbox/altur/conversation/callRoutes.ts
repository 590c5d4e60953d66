import { z } from 'zod';
import { Refusal } from '../../server/refusal';
import type { Route } from '../../server/service';
import { agentId } from '../campaignFields';
import { callsQuery, noQuery } from '../listQueries';
import { read } from '../read';
import type { AlturState } from '../state';
import type { StoredCall } from './call';
import { threadView } from './threadRoutes';

/** Where a recording is fetched; in a list it is written without the host. */
const recordingOf = ({ id }: StoredCall) => `/api/v1.0/call/${id}/recording`;

const noEvaluation = {
	score: null,
	policies_evaluated_count: null,
	policies_met_count: null,
	policies_not_applicable_count: null,
	completed: false,
	completed_at: null,
	policies: [],
};

/** Altur's specification lets these be null in no answer: what is not known is left out. */
function known(fields: object): Record<string, unknown> {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

/** What a call is in a list and alone. */
function common({ id, status, answered_by, created_at, started_at, ended_at, ...call }: StoredCall) {
	const { ended_by, ended_reason, duration } = call;
	return {
		...{ id, type: 'outbound', status, answered_by, created_at, started_at, ended_at },
		...{ ended_by, ended_reason, duration },
	};
}

function listed(call: StoredCall) {
	const { billed_duration, contact, extracted_data, tags } = call;
	return {
		...common(call),
		billed_duration,
		contact: contact && known(contact),
		extracted_data,
		tags,
		recording_url: recordingOf(call),
		policy_evaluation: noEvaluation,
	};
}

/** `GET /campaigns/{id}/calls`: pages by number. */
export function listCalls(state: AlturState): Route {
	return {
		method: 'GET',
		path: '/campaigns/:id/calls',
		handle({ params, query }) {
			const { campaign } = state.campaign(params['id']);
			const asked = read(callsQuery, query);
			const { pageSize, pageIndex, startDate = -Infinity, endDate = Infinity } = asked;
			const matching = state.conversations.callsOf(campaign.id).filter((call) => {
				const created = Date.parse(call.created_at);
				return (
					(asked.status === undefined || call.status === asked.status) &&
					(asked.answeredBy === undefined || call.answered_by === asked.answeredBy) &&
					created >= startDate &&
					created <= endDate
				);
			});
			const from = pageIndex * pageSize;
			const hasNext = from + pageSize < matching.length;
			return {
				status: 200,
				body: {
					total_count: matching.length,
					calls: matching.slice(from, from + pageSize).map(listed),
					pagination: {
						page_index: pageIndex,
						page_size: pageSize,
						has_next: hasNext,
						has_previous: pageIndex > 0,
						next_page: hasNext ? pageIndex + 1 : null,
						previous_page: pageIndex > 0 ? pageIndex - 1 : null,
					},
				},
			};
		},
	};
}

function callView(state: AlturState, call: StoredCall) {
	return {
		...known(common(call)),
		thread: threadView(state.conversations.thread(call.threadId)),
		billable_duration: call.billed_duration,
		policy_evaluation: {},
	};
}

/** `GET /call/{id}` */
export function getCall(state: AlturState): Route {
	return {
		method: 'GET',
		path: '/call/:id',
		handle({ params, query }) {
			read(noQuery, query);
			return { status: 200, body: callView(state, state.conversations.call(params['id'])) };
		},
	};
}

/** `GET /call/{id}/recording`: of calls that have one, those that a person answered. */
export function getRecording({ conversations }: AlturState): Route {
	return {
		method: 'GET',
		path: '/call/:id/recording',
		handle({ params, query }) {
			read(noQuery, query);
			const { recording } = conversations.call(params['id']);
			if (!recording) throw new Refusal(404, 'NOT_FOUND', 'Recording not found.');
			return { status: 200, file: recording };
		},
	};
}

const startBody = z.strictObject({
	agent_id: agentId,
	phone_number_to: z.string().regex(/^\+[1-9]\d{6,14}$/, 'Enter a valid phone number.'),
	end_user_display_name: z.string().optional(),
	end_user_context: z.union([z.string(), z.record(z.unknown())]).optional(),
	initial_message: z.string().optional(),
});

/** `POST /call`: rings at once. An Idempotency-Key has no meaning here: asked twice, it calls twice. */
export function startCall(state: AlturState): Route {
	return {
		method: 'POST',
		path: '/call',
		handle({ body, query }) {
			read(noQuery, query);
			const asked = read(startBody, body);
			const agent = state.agents?.find(({ id }) => id === asked.agent_id);
			if (state.agents && !agent) throw new Refusal(404, 'NOT_FOUND', 'Agent not found.');
			const { conversations } = state;
			const threadId = conversations.nextId('thr');
			const display_name = asked.end_user_display_name ?? '';
			const end_user = {
				id: conversations.nextUuid(),
				display_name,
				integration_type: 'api' as const,
				info: '',
			};
			conversations.putEndUser(end_user);
			conversations.addThread({
				id: threadId,
				agent: { id: asked.agent_id, name: agent?.name ?? 'Agent' },
				end_user,
				tags: [],
				messages: [],
			});
			const call: StoredCall = {
				id: conversations.nextId('cll'),
				threadId,
				status: 'created',
				answered_by: null,
				created_at: new Date().toISOString(),
				started_at: null,
				ended_at: null,
				ended_by: '',
				ended_reason: '',
				duration: 0,
				billed_duration: 0,
				extracted_data: {},
				tags: [],
			};
			conversations.addCall(call);
			return { status: 200, body: callView(state, call) };
		},
	};
}
