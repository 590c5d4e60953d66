import type { ErrorShape } from '../../../sandbox/altur/errorBody';
import { startAlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { ask } from './alturClient';

const code = 'IMMUTABLE_FIELD';
const message = 'agent_id cannot be changed after creation.';
const field = 'agent_id';

it.each<[ErrorShape, unknown]>([
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
		expect(refused.json).toEqual({ detail: 'Authentication credentials were not provided.' });
	} finally {
		await sandbox.close();
	}
});

it('answers 404 to an unknown address, 415 to another content type and 400 to broken JSON', async () => {
	const sandbox = await startAlturSandbox();
	try {
		expect((await ask(sandbox, 'GET /agents')).json).toMatchObject({ error: 404, code: 'NOT_FOUND' });
		expect((await ask(sandbox, 'DELETE /campaigns')).json).toMatchObject({ code: 'NOT_FOUND' });
		const broken = await ask(sandbox, 'POST /campaigns', { body: '{"name":' });
		expect(broken.json).toMatchObject({ error: 400, code: 'INVALID_REQUEST' });
		const form = await fetch(`${sandbox.baseUrl}/campaigns`, {
			method: 'POST',
			headers: { authorization: `api-key ${sandbox.apiKey}` },
			body: new URLSearchParams({ name: 'Promo' }),
		});
		expect(form.status).toBe(415);
	} finally {
		await sandbox.close();
	}
});

it('answers 413 to a body above the limit of its server', async () => {
	const sandbox = await startAlturSandbox({ maxBodyBytes: 1000 });
	try {
		const answer = await ask(sandbox, 'POST /campaigns', { body: { name: 'x'.repeat(2000) } });
		expect([answer.status, answer.json]).toMatchObject([413, { code: 'PAYLOAD_TOO_LARGE' }]);
		expect(sandbox.requests.at(-1)?.status).toBe(413);
	} finally {
		await sandbox.close();
	}
});
