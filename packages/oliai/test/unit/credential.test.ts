import { OliAiApi } from '../../credentials/OliAiApi.credentials';

describe('The OliAI credential', () => {
	const complete = async (values: { environment: string; baseUrl?: string }) =>
		await new OliAiApi().authenticate({ apiKey: ' sk_live_1 ', ...values }, { url: '/contacts' });

	it.each([
		['production', undefined, 'https://api.oliai.in/v1'],
		['qa', undefined, 'https://api.qa.oliai.in/v1'],
		['production', 'http://127.0.0.1:4020', 'https://api.oliai.in/v1'],
		['other', 'http://127.0.0.1:4020', 'http://127.0.0.1:4020/v1'],
		['other', 'api.example.com/v2/', 'https://api.example.com/v2'],
		['other', '', 'https://api.oliai.in/v1'],
	])('of the environment %s with the address %s leads to %s', async (environment, baseUrl, expected) => {
		const { baseURL, headers } = await complete({ environment, baseUrl });
		expect(baseURL).toBe(expected);
		expect(headers).toEqual({ 'x-api-key': 'sk_live_1' });
	});

	it('does not send the key unprotected to another machine', async () => {
		await expect(complete({ environment: 'other', baseUrl: 'http://api.example.com' })).rejects.toThrow(
			'does not begin with https',
		);
	});
});
