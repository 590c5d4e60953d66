import type { ErrorShape } from '../../../sandbox/altur/errorBody';
import { startAlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { ask } from './alturClient';

const code = 'IMMUTABLE_FIELD';
const message = 'agent_id cannot be changed after creation.';
const field = 'agent_id';

it.each<[ErrorShape, unknown]>([
	['specified', { success: false, error: code, message, field }],
	['integer', { error: 400, code, message, field }],
	['bare', { error: 400, message, field }],
	['code', { success: false, code, message, field }],
	['errorString', { error: code, message, field }],
	['nested', { success: false, error: { code, message, field } }],
])('can put the code of an error in the shape "%s"', async (errorShape, body) => {
	const sandbox = await startAlturSandbox({ errorShape });
	try {
		const { id } = sandbox.addCampaign();
		const answer = await ask(sandbox, `PATCH /campaigns/${String(id)}`, { body: { agent_id: 'x' } });
		expect([answer.status, answer.json]).toEqual([400, body]);
		const refused = await ask(sandbox, 'GET /campaigns', { authorization: '' });
		const said = 'Authentication credentials were not provided.';
		expect(refused.json).toEqual(
			errorShape === 'specified' ? { error: 401, message: said } : { detail: said },
		);
	} finally {
		await sandbox.close();
	}
});

it('answers 404 to an unknown address, 415 to another content type and 400 to broken JSON', async () => {
	const sandbox = await startAlturSandbox();
	try {
		expect((await ask(sandbox, 'GET /agents')).json).toMatchObject({ success: false, error: 'NOT_FOUND' });
		expect((await ask(sandbox, 'DELETE /campaigns')).json).toMatchObject({ error: 'NOT_FOUND' });
		const broken = await ask(sandbox, 'POST /campaigns', { body: '{"name":' });
		expect(broken.json).toMatchObject({ success: false, error: 'INVALID_REQUEST' });
		const brokenRows = await ask(sandbox, 'POST /campaigns/1/contacts', { body: '{"contacts":' });
		expect(brokenRows.json).toEqual({ non_field_errors: ['The body is not valid JSON.'] });
		const form = await fetch(`${sandbox.baseUrl}/campaigns`, {
			method: 'POST',
			headers: { authorization: `api-key ${sandbox.apiKey}` },
			body: new URLSearchParams({ name: 'Promo' }),
		});
		expect(form.status).toBe(415);
		expect(await form.json()).toEqual({ detail: 'Send the body as application/json.' });
	} finally {
		await sandbox.close();
	}
});

it('answers 413 to a body above the limit of its server', async () => {
	const sandbox = await startAlturSandbox({ maxBodyBytes: 1000 });
	try {
		const answer = await ask(sandbox, 'POST /campaigns', { body: { name: 'x'.repeat(2000) } });
		expect([answer.status, answer.json]).toEqual([413, { detail: 'The request is too large.' }]);
		expect(sandbox.requests.at(-1)?.status).toBe(413);
	} finally {
		await sandbox.close();
	}
});

it('answers the 404 of the list of contacts with an integer, and every other 404 with a code', async () => {
	const sandbox = await startAlturSandbox();
	try {
		const list = await ask(sandbox, 'GET /campaigns/9/contacts');
		expect([list.status, list.json]).toEqual([404, { error: 404, message: 'Campaign not found.' }]);
		const absent = { success: false, error: 'NOT_FOUND', message: 'Campaign not found.' };
		const body = { contacts: [{ contact: '+525512345678' }] };
		expect((await ask(sandbox, 'POST /campaigns/9/contacts', { body })).json).toEqual(absent);
		expect((await ask(sandbox, 'GET /campaigns/9')).json).toEqual(absent);
	} finally {
		await sandbox.close();
	}
});
