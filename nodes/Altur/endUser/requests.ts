import type { IDataObject } from 'n8n-workflow';
import type { ServiceRequest } from '../../../bulk/request/request';
import type { Ask } from '../../../n8n/client/ask';
import { jsonObject, understands } from '../../../n8n/responseSchemas';

/** Asks for something whose answer is an end user. */
export async function askEndUser(
	ask: Ask,
	request: Pick<ServiceRequest, 'method' | 'path' | 'retryable'>,
	body?: IDataObject,
): Promise<IDataObject> {
	const encoded = body && Buffer.from(JSON.stringify(body));
	const response = await ask({ ...request, body: encoded, understands: understands(jsonObject) });
	return jsonObject.parse(response.body);
}

/** GET /enduser/{id} */
export async function readEndUser(ask: Ask, endUserId: string): Promise<IDataObject> {
	return await askEndUser(ask, { method: 'GET', path: `/enduser/${endUserId}`, retryable: true });
}
