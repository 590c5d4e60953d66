import type { FormValues, NodeBench } from './nodeBench';
import type { Sandbox } from '../../../sandbox/server/sandbox';
import { foreignAnswers, startForeignServer } from './foreignServer';

/** A service whose credential is tried at addresses of others. */
interface TriedService {
	/** Its name, as people write it; also of its node. */
	service: string;
	start(): Promise<NodeBench<Sandbox>>;
	/** The nodes that test the credential. */
	nodeTypes: string[];
	credentialType: string;
	/** A key that the sandbox does not know, and what is said of it. */
	wrongKey: [changed: Record<string, string>, said: string];
	production: string;
	/** An operation that reads. */
	form: FormValues;
}

/** What nobody should have to read. */
const raw = /ENOTFOUND|ECONNREFUSED|EPROTO|EAI_AGAIN|ERR_|<|undefined|sandbox-key/;

/** Describes what the credential of every service says of addresses where something else answers, or nothing. */
export function describeWrongAddresses(tried: TriedService): void {
	const { service, nodeTypes, credentialType } = tried;

	describe(`The credential of ${service}`, () => {
		let bench: NodeBench<Sandbox>;
		let foreign: Awaited<ReturnType<typeof startForeignServer>>;

		beforeAll(async () => {
			bench = await tried.start();
			foreign = await startForeignServer();
		});
		afterAll(async () => {
			await bench.stop();
			await foreign.close();
		});

		const test = async (changed: Record<string, string>) => {
			const { status, message } = await bench.testCredential(changed);
			expect(message).not.toMatch(raw);
			return [status, message];
		};

		it.each(nodeTypes)('turns green with the right key, tested by %s', async (type) => {
			expect(await bench.testCredential({}, type)).toEqual({
				status: 'OK',
				message: 'Connection successful!',
			});
		});

		it('turns red with a wrong key', async () => {
			const [changed, said] = tried.wrongKey;
			expect(await test(changed)).toEqual(['Error', said]);
		});

		it('turns red with no key, and sends nothing', async () => {
			bench.sandbox.reset();
			expect(await test({ apiKey: ' ' })).toEqual([
				'Error',
				expect.stringContaining(`The ${service} credential has no API key.`),
			]);
			expect(bench.sandbox.requests).toHaveLength(0);
		});

		it.each(foreignAnswers)('turns red at an address that answers with %s', async (_what, answer, said) => {
			foreign.answerWith(answer);
			const [status, message] = await test({ baseUrl: foreign.origin });
			expect(status).toBe('Error');
			expect(message).toMatch(new RegExp(`^This address is not ${service}'s API`));
			expect(message).toMatch(said);
			expect(message).toContain(tried.production);
		});

		it('turns red, in words, where a server speaks http and is asked with https', async () => {
			expect(await test({ baseUrl: foreign.httpsOrigin })).toEqual([
				'Error',
				expect.stringContaining('It was asked with https, but does not speak it'),
			]);
		});

		it('turns red, in words, where the name is not found', async () => {
			expect(await test({ baseUrl: `https://${'a'.repeat(64)}.example` })).toEqual([
				'Error',
				expect.stringContaining('The name of the server was not found'),
			]);
		});

		it('turns red, in words, where no server answers', async () => {
			expect(await test({ baseUrl: 'http://127.0.0.1:1' })).toEqual([
				'Error',
				expect.stringContaining('No server answers there: the connection was refused'),
			]);
		});

		it('turns red with an address that would send the key unprotected', async () => {
			expect(await test({ baseUrl: 'http://example.com' })).toEqual([
				'Error',
				expect.stringContaining('does not begin with https'),
			]);
		});

		it.each(foreignAnswers)(
			'lets a run say so at an address that answers with %s',
			async (_what, answer) => {
				foreign.answerWith(answer);
				jest.spyOn(Math, 'random').mockReturnValue(0.001);
				const credentials = {
					[credentialType]: { ...bench.givenCredential, baseUrl: foreign.origin },
				};
				const options = { maxRetries: 0 };
				const { run } = await bench.run([{ json: {} }], { ...tried.form, options }, {}, { credentials });
				jest.restoreAllMocks();
				const { message, description } = run.data.resultData.error ?? {};
				expect(message).toMatch(new RegExp(`^This address is not ${service}'s API`));
				expect(description).toContain(tried.production);
			},
			120_000,
		);
	});
}
