import { startAlturSandbox, type AlturSandbox } from '../../../sandbox/altur/startAlturSandbox';
import type { ByteForm } from '../../../sandbox/altur/webhook/byteForm';
import { Float, pythonJson } from '../../../sandbox/altur/webhook/pythonJson';
import { signature } from '../../../sandbox/altur/webhook/signature';
import { until, webhookReceiver, type WebhookReceiver } from './webhookReceiver';

/** base64 of "test-secret". */
const secret = 'dGVzdC1zZWNyZXQ=';
const asDefault = { spaced: true, escaped: true };
const compact = { spaced: false, escaped: false };

it.each([
	['{"test":"data"}', '6RQRnEGhLZoG7UMG+fPBzjLuZhjLsG9U8AooC6LceYU='],
	['{"test": "data"}', 'tIIM7Ice/1MoXt+/nnzQCB6OXMp1n6OwRT2QI0iUIaM='],
	[
		'{"content":"Hello am I speaking with Sofía?","rate":0.0}',
		'XxgRWEpPRrP5cYXv0ArsWseXsq1s+DDLnBGTCxaDdhM=',
	],
	[
		'{"content":"Hello am I speaking with Sof\\u00eda?","rate":0.0}',
		'e+ZsHwG0flBteyrNMShPPVHWLKysPLDP28quU2VRBUg=',
	],
])('signs %s with the secret that base64 hides', (message, expected) => {
	expect(signature(secret, message)).toBe(expected);
});

describe('JSON as Python writes it', () => {
	it.each([
		[0, '0.0'],
		[1, '1.0'],
		[0.519, '0.519'],
		[-2.5, '-2.5'],
		[0.0001, '0.0001'],
		[0.00001, '1e-05'],
		[0.000000123, '1.23e-07'],
		[1e16, '1e+16'],
	])('keeps the point of the float %p', (value, text) => {
		expect(pythonJson(new Float(value), compact)).toBe(text);
	});

	it('writes whole numbers, booleans and nothing as they are', () => {
		expect(pythonJson([0, 12, true, false, null], asDefault)).toBe('[0, 12, true, false, null]');
	});

	it('escapes in lower case, in pairs above U+FFFF, and what is not printable', () => {
		expect(pythonJson('Sofía 👍 "a"\n\u007f', asDefault)).toBe(
			'"Sof\\u00eda \\ud83d\\udc4d \\"a\\"\\n\\u007f"',
		);
		expect(pythonJson('Sofía 👍', compact)).toBe('"Sofía 👍"');
	});

	it('keeps the order of the keys of a map, also of those that look like whole numbers', () => {
		const answers = new Map([
			['Monto', '1200'],
			['10', 'sí'],
			['2', 'no'],
		]);
		expect(pythonJson({ answers }, compact)).toBe('{"answers":{"Monto":"1200","10":"sí","2":"no"}}');
	});

	it('writes empty lists and objects without a space', () => {
		expect(pythonJson({ tags: [], data: {} }, asDefault)).toBe('{"tags": [], "data": {}}');
	});
});

describe('the byte forms of a webhook', () => {
	let sandbox: AlturSandbox;
	let receiver: WebhookReceiver;
	beforeAll(async () => {
		receiver = await webhookReceiver();
		sandbox = await startAlturSandbox();
	});
	beforeEach(() => {
		receiver.received.length = 0;
		sandbox.reset();
	});
	afterAll(async () => {
		await sandbox.close();
		await receiver.close();
	});

	const texts = {
		compact: '{"event_type":"greeting","to":"Sofía","lines":[1,2]}',
		compactEscaped: '{"event_type":"greeting","to":"Sof\\u00eda","lines":[1,2]}',
		spaced: '{"event_type": "greeting", "to": "Sofía", "lines": [1, 2]}',
		spacedEscaped: '{"event_type": "greeting", "to": "Sof\\u00eda", "lines": [1, 2]}',
	};
	const forms: [ByteForm['body'], ByteForm['signedOver']][] = [
		['compact', 'body'],
		['compact', 'compactEscaped'],
		['compactEscaped', 'body'],
		['compactEscaped', 'compact'],
		['spaced', 'body'],
		['spaced', 'compact'],
		['spaced', 'compactEscaped'],
		['spacedEscaped', 'body'],
		['spacedEscaped', 'compact'],
		['spacedEscaped', 'compactEscaped'],
	];
	it.each(forms)('sends the %s body, signed over %s', async (body, signedOver) => {
		sandbox.setWebhook({ url: receiver.url, secret, body, signedOver });
		const sent = sandbox.sendEvent({ type: 'greeting', fields: { to: 'Sofía', lines: [1, 2] } });
		await until(() => receiver.received.length === 1);
		const signed = texts[signedOver === 'body' ? body : signedOver];
		expect(receiver.received).toMatchObject([{ body: texts[body], signature: signature(secret, signed) }]);
		expect(sent).toEqual({ body: texts[body], signature: signature(secret, signed) });
	});

	it('sends a body by hand byte for byte, signed over its bytes or as it is told', async () => {
		sandbox.setWebhook({ url: receiver.url, secret });
		const raw = '{ "10": 0.0,\n "2": "\\u00ED" }';
		sandbox.sendEvent({ raw });
		await until(() => receiver.received.length === 1);
		sandbox.sendEvent({ raw, signature: 'forged' });
		await until(() => receiver.received.length === 2);
		expect(receiver.received).toMatchObject([
			{ body: raw, signature: signature(secret, raw) },
			{ body: raw, signature: 'forged' },
		]);
	});
});
