import { AlturBench, jsonOf } from '../harness/altur';
import { rowsOf } from '../harness/campaignForms';

jest.setTimeout(60_000);

const anItem = rowsOf([{}]);
const wav = Buffer.concat([Buffer.from('RIFF....WAVEfmt '), Buffer.alloc(2_000_000, 7)]);

describe('A recording of a call', () => {
	let bench: AlturBench;
	let campaign: number;

	beforeAll(async () => {
		bench = await AlturBench.start({ rateLimit: false });
	});
	beforeEach(() => {
		bench.sandbox.reset();
		campaign = bench.sandbox.addCampaign().id;
		jest.spyOn(Math, 'random').mockReturnValue(0.001);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});
	afterAll(async () => {
		await bench.stop();
	});

	const fetch = async (more = {}) =>
		await bench.run(anItem, { resource: 'call', operation: 'getRecording', callId: 'cll_1', ...more });
	const record = (contentType: string, bytes: Buffer) =>
		bench.sandbox.addCall(campaign, { id: 'cll_1', recording: { contentType, bytes } });

	it('is a file of the item, byte for byte, with the type that Altur gives and a name of its call', async () => {
		record('audio/x-wav', wav);
		const { items } = await fetch();
		const [item] = items('Altur');
		expect(item?.json).toEqual({ call_id: 'cll_1', file_name: 'cll_1.wav', mime_type: 'audio/x-wav' });
		expect(item?.binary).toMatchObject({ data: { fileName: 'cll_1.wav', mimeType: 'audio/x-wav' } });
		expect(Buffer.from(item?.binary?.['data']?.data ?? '', 'base64').equals(wav)).toBe(true);
	});

	it.each([
		['application/json', Buffer.from('RIFF....WAVE'), 'audio/wav', 'cll_1.wav'],
		['application/octet-stream', Buffer.from('OggS....'), 'audio/ogg', 'cll_1.ogg'],
		['binary/octet-stream', Buffer.from('ID3.....'), 'audio/mpeg', 'cll_1.mp3'],
		['audio/mpeg; charset=binary', Buffer.from([0xff, 0xfb, 0x90]), 'audio/mpeg', 'cll_1.mp3'],
		['text/plain', Buffer.from('....ftypM4A '), 'audio/mp4', 'cll_1.m4a'],
		['application/octet-stream', Buffer.from('who knows'), 'application/octet-stream', 'cll_1'],
	])('that comes as %s is known by how it begins', async (contentType, bytes, mimeType, fileName) => {
		record(contentType, bytes);
		const { items } = await fetch({ binaryProperty: 'audio' });
		expect(items('Altur')[0]?.binary).toMatchObject({ audio: { mimeType, fileName } });
	});

	it('is known by how it begins, however small the pieces are in which it arrives', async () => {
		record('application/json', Buffer.from('OggS and the sound'));
		bench.sandbox.faults.add({ kind: 'slowBody', ms: 300 });
		const { items } = await fetch();
		expect(items('Altur')[0]?.binary).toMatchObject({
			data: { mimeType: 'audio/ogg', fileName: 'cll_1.ogg' },
		});
	});

	it('is no page of a gateway, with whatever status and type that comes', async () => {
		const page = { status: 200, body: '<!doctype html><title>Sign in</title>', contentType: 'audio/wav' };
		bench.sandbox.faults.add({ kind: 'status', ...page, times: 'always' });
		const { run } = await fetch();
		expect(run.data.resultData.error?.message).toMatch(
			/^This address is not Altur's API: it answers with a web page/,
		);
	});

	it('that Altur sends on to another address is not fetched there with the key, and the node says so', async () => {
		const headers = { location: 'http://127.0.0.1:1/recording.wav' };
		bench.sandbox.faults.add({ kind: 'status', status: 302, body: '', headers });
		const { run } = await fetch();
		expect(run.data.resultData.error?.message).toContain(
			'sends the request on to another address, HTTP 302. The node does not follow',
		);
	});

	it('that breaks off is fetched again, and is whole then', async () => {
		record('audio/wav', wav);
		bench.sandbox.faults.add({ kind: 'truncatedBody' });
		const { items } = await fetch();
		expect(Buffer.from(items('Altur')[0]?.binary?.['data']?.data ?? '', 'base64').equals(wav)).toBe(true);
		expect(bench.sandbox.requests).toHaveLength(2);
	});

	it('that breaks off again and again is given up, in words', async () => {
		record('audio/wav', wav);
		bench.sandbox.faults.add({ kind: 'truncatedBody', times: 'always' });
		const { run } = await fetch();
		expect(run.data.resultData.error?.message).toBe(
			'The recording broke off while it was fetched (tried 3 times) [item 0]',
		);
		expect(bench.sandbox.requests).toHaveLength(3);
	});

	it('is waited for through an outage', async () => {
		record('audio/wav', wav);
		bench.sandbox.faults.add({ kind: 'htmlBadGateway' });
		const { items } = await fetch();
		expect(jsonOf(items('Altur'))).toEqual([expect.objectContaining({ mime_type: 'audio/wav' })]);
	});

	it('that is empty is none', async () => {
		record('audio/wav', Buffer.alloc(0));
		const { run } = await fetch();
		expect(run.data.resultData.error?.message).toBe('The recording of the call is empty [item 0]');
	});

	it('leaves the other items with their files when a call has none', async () => {
		record('audio/wav', wav);
		bench.sandbox.addCall(campaign, { id: 'cll_2' });
		const rows = rowsOf([{ id: 'cll_2' }, { id: 'cll_1' }]);
		const { items } = await bench.run(
			rows,
			{ resource: 'call', operation: 'getRecording', callId: '={{ $json.id }}' },
			{ onError: 'continueRegularOutput' },
		);
		expect(
			items('Altur').map(({ json, binary, pairedItem }) => ['error' in json, Boolean(binary), pairedItem]),
		).toEqual([
			[true, false, { item: 0 }],
			[false, true, { item: 1 }],
		]);
	});

	it('never shows the key, when the refusal of a recording repeats it', async () => {
		bench.sandbox.faults.add({ kind: 'echoAuthorization', status: 500, times: 'always' });
		const { run } = await fetch();
		expect(JSON.stringify(run.data)).not.toContain(bench.sandbox.apiKey);
	});
});
