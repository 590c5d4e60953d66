import { readEvent } from '../../../../nodes/Altur/trigger/events';
import { wantedBy } from '../../../../nodes/Altur/trigger/filters';
import { callEnd, campaignFinished, cycleCompleted } from '../../../webhook/signedEvents';

const isWanted = (filters: unknown, json: string) => wantedBy(filters)(readEvent(JSON.parse(json)));
const call = (changes?: Record<string, unknown>) => callEnd('cll_1', changes);
const campaigns = (...ids: string[]) => ({
	campaigns: { campaign: ids.map((value) => ({ campaignId: { __rl: true, mode: 'list', value } })) },
});

describe('the filters of Altur Trigger', () => {
	it('let everything pass while none is set, or one is left empty', () => {
		const empty = {
			answeredBy: [],
			callStatus: [],
			campaignStatus: [],
			campaigns: {},
			agentId: { value: '' },
		};
		for (const filters of [undefined, {}, empty, campaigns('')]) {
			for (const event of [call(), campaignFinished('evt_1'), cycleCompleted('evt_2')]) {
				expect(isWanted(filters, event)).toBe(true);
			}
		}
	});

	it.each([
		[
			'by who answered',
			{ answeredBy: ['human', 'unknown'] },
			{ answered_by: 'human' },
			{ answered_by: 'machine' },
		],
		['by who answered, which Altur may leave empty', { answeredBy: ['human'] }, {}, { answered_by: null }],
		['by the status of the call', { callStatus: ['ended'] }, {}, { status: 'busy' }],
		[
			'by the status of the contact',
			{ contactStatus: ['converted'] },
			{},
			{ campaign_user: { status: 'answered' } },
		],
		[
			'by the status of the contact in the older field',
			{ contactStatus: ['converted'] },
			{ campaign_user: null, end_user: { status: 'converted' } },
			{ campaign_user: null },
		],
		[
			'by the agent',
			{ agentId: { __rl: true, mode: 'id', value: '6c4951e6-9877-4d7c-88d7-56b4948d3cce' } },
			{},
			{ assistant: { id: 'ffffffff-9877-4d7c-88d7-56b4948d3cce' } },
		],
		['by the agent, when there is none', { agentId: 'x' }, { assistant: { id: 'x' } }, { assistant: null }],
		['of campaign contacts only', { onlyCampaignContacts: true }, {}, { campaign_user: null }],
		['of contacts with an External ID', { onlyWithExternalId: true }, {}, { campaign_user: { f_id: ' ' } }],
		['of contacts with an External ID', { onlyWithExternalId: true }, {}, { campaign_user: null }],
	])('choose calls %s', (_, filters, passes, isLeftOut) => {
		expect(isWanted(filters, call(passes))).toBe(true);
		expect(isWanted(filters, call(isLeftOut))).toBe(false);
		expect(isWanted(filters, campaignFinished('evt_1'))).toBe(true);
	});

	it('choose campaigns, several at once; calls pass, because Altur does not say of which campaign they are', () => {
		expect(isWanted(campaigns('77', '1234'), campaignFinished('evt_1', 1234))).toBe(true);
		expect(isWanted(campaigns('77'), campaignFinished('evt_1', 1234))).toBe(false);
		expect(isWanted(campaigns('77', ''), campaignFinished('evt_1', 1234))).toBe(false);
		expect(isWanted(campaigns('77'), cycleCompleted('evt_2'))).toBe(false);
		expect(isWanted(campaigns('77'), call())).toBe(true);
	});

	it('choose campaigns by the status they came to; a cycle is no change of status', () => {
		expect(isWanted({ campaignStatus: ['finished'] }, campaignFinished('evt_1'))).toBe(true);
		expect(isWanted({ campaignStatus: ['active'] }, campaignFinished('evt_1'))).toBe(false);
		expect(isWanted({ campaignStatus: ['active'] }, cycleCompleted('evt_2'))).toBe(true);
	});

	it('must all fit', () => {
		const both = { answeredBy: ['human'], contactStatus: ['converted'] };
		expect(isWanted(both, call())).toBe(true);
		expect(isWanted(both, call({ answered_by: 'machine' }))).toBe(false);
	});
});
