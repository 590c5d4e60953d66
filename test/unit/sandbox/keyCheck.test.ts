import { startAlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import type { AlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import { ask } from './alturClient';

let sandbox: AlturSandbox;
beforeAll(async () => {
	sandbox = await startAlturSandbox({ apiKey: 'ak_live_7Hq2', rateLimit: false });
});
afterAll(() => sandbox.close());

it.each([
	['no header', '', 'Authentication credentials were not provided.'],
	['another key', 'api-key ak_live_7Hq3', 'Invalid API key.'],
	['another scheme', 'Bearer ak_live_7Hq2', 'Invalid API key.'],
	['the key alone', 'ak_live_7Hq2', 'Invalid API key.'],
])('answers 401 as an integer and a message to %s', async (_what, authorization, message) => {
	const answer = await ask(sandbox, 'GET /campaigns', { authorization });
	expect([answer.status, answer.json]).toEqual([401, { error: 401, message }]);
});

it('checks the key before the address and the body', async () => {
	expect((await ask(sandbox, 'GET /nowhere', { authorization: '' })).status).toBe(401);
	expect((await ask(sandbox, 'POST /campaigns', { authorization: '', body: '{' })).status).toBe(401);
});

it('never keeps the key in the journal', async () => {
	await ask(sandbox, 'GET /campaigns');
	expect(sandbox.requests.at(-1)?.headers['authorization']).toBe('[present]');
	expect(sandbox.requests[0]?.headers['authorization']).toBe('[absent]');
	expect(JSON.stringify(sandbox.requests)).not.toContain('ak_live_7Hq2');
});

it('accepts the request of the credential test', async () => {
	expect((await ask(sandbox, 'GET /campaigns?pageSize=1')).status).toBe(200);
});
