import { z } from 'zod';
import type { Route } from '../../server/service';
import { noQuery } from '../listQueries';
import { read } from '../read';
import type { AlturState } from '../state';

/** A person outside of campaigns. Altur keeps no phone number here. */
export interface EndUser {
	id: string;
	display_name: string;
	integration_type: 'api' | 'whatsapp';
	info: string;
}

const body = z.strictObject({ display_name: z.string().optional(), info: z.string().optional() });

/** `POST /enduser` */
export function createEndUser({ conversations }: AlturState): Route {
	return {
		method: 'POST',
		path: '/enduser',
		handle(call) {
			read(noQuery, call.query);
			const { display_name = '', info = '' } = read(body, call.body);
			const endUser = { id: conversations.nextUuid(), display_name, integration_type: 'api' as const, info };
			conversations.putEndUser(endUser);
			return { status: 200, body: endUser };
		},
	};
}

/** `GET /enduser/{id}` */
export function getEndUser({ conversations }: AlturState): Route {
	return {
		method: 'GET',
		path: '/enduser/:id',
		handle: ({ params }) => ({ status: 200, body: conversations.endUser(params['id']) }),
	};
}

/** `PUT /enduser/{id}`: what is left out is emptied. */
export function putEndUser({ conversations }: AlturState): Route {
	return {
		method: 'PUT',
		path: '/enduser/:id',
		handle(call) {
			const known = conversations.endUser(call.params['id']);
			const { display_name = '', info = '' } = read(body, call.body);
			const endUser = { ...known, display_name, info };
			conversations.putEndUser(endUser);
			return { status: 200, body: endUser };
		},
	};
}

/** `DELETE /enduser/{id}` */
export function deleteEndUser({ conversations }: AlturState): Route {
	return {
		method: 'DELETE',
		path: '/enduser/:id',
		handle({ params }) {
			conversations.removeEndUser(conversations.endUser(params['id']).id);
			return { status: 200, body: { message: 'End user deleted.' } };
		},
	};
}
