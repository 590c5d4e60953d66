import type { N8nClient } from '../../scripts/n8n/client';
import { outputItems } from '../../scripts/n8n/runData';
import type { N8nServer } from '../../scripts/n8n/server';
import { altur, loadWorkflow, trigger } from './harness/loadWorkflow';
import { n8nPatience, type PackagedN8n, packagedN8n } from './harness/packagedN8n';
import { describeWith, realN8n } from '../requirements';

jest.setTimeout(n8nPatience);

/** 90 requests of 50 rows: more than seven seconds at twelve a second. */
const rows = 4500;

describeWith(realN8n)('a load of several seconds in a real n8n', () => {
	let n8n: PackagedN8n;
	let client: N8nClient;
	let server: N8nServer;

	beforeAll(async () => {
		n8n = await packagedN8n();
		({ client, server } = await n8n.startServer());
	});
	afterAll(async () => {
		await n8n.end();
	});

	async function untilLogged(line: RegExp): Promise<void> {
		const giveUp = Date.now() + 60_000;
		while (!line.test(server.log())) {
			if (Date.now() > giveUp) throw new Error(`${line} is not in the log:\n${server.log()}`);
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}

	it('writes to the log how far it is while it runs, and its sum into the custom data of the execution', async () => {
		const campaign = n8n.sandbox.addCampaign();
		const parameters = { options: { batchSize: 50 } };
		const id = await client.createWorkflow(loadWorkflow({ rows, campaignId: campaign.id, parameters }));
		const execution = await client.startWorkflow(id, trigger);

		const begin = `Altur, execution ${execution}, node "${altur}": `;
		await untilLogged(
			new RegExp(`${begin}[\\d,]+ of 4,500 rows done, in \\d+ requests; about \\d+ s more\\.`),
		);
		expect(await client.status(execution)).toBe('running');

		const { status, data } = await client.waitForExecution(execution);
		expect(status).toBe('success');
		expect(outputItems(data, altur)).toHaveLength(rows);
		const sum = /4,500 created, in \d+ requests and \d+ s\./;
		expect(server.log()).toMatch(new RegExp(`${begin}${sum.source}`));
		expect(await client.customData(execution)).toEqual({ Altur_load: expect.stringMatching(sum) });
	});
});
