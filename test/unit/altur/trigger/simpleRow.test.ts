import { readEvent } from '../../../../nodes/Altur/trigger/events';
import { simpleRow } from '../../../../nodes/Altur/trigger/simpleRow';
import { callEnd, campaignFinished, cycleCompleted } from '../../../webhook/signedEvents';

const row = (json: string) => simpleRow(readEvent(JSON.parse(json)));

const everyKey = [
	'event',
	'call_id',
	'f_id',
	'contact',
	'name',
	'status',
	'call_status',
	'answered_by',
	'duration',
	'billed_duration',
	'ended_by',
	'ended_reason',
	'started_at',
	'ended_at',
	'tags',
	'transcript',
	'recording_url',
];

describe('the simple output of Altur Trigger', () => {
	it('is a row of the contact, the call, what was said and what was found out', () => {
		expect(row(callEnd('cll_1'))).toEqual({
			event: 'on_call_end',
			call_id: 'cll_1',
			f_id: 'crm-cll_1',
			contact: '+521234567890',
			name: 'Sofía Núñez',
			status: 'converted',
			call_status: 'ended',
			answered_by: 'human',
			duration: 45,
			billed_duration: 45,
			ended_by: 'user',
			ended_reason: 'user_hangup',
			started_at: '2024-12-19T15:00:10Z',
			ended_at: '2024-12-19T15:00:55Z',
			tags: 'payment_promise, call_later',
			transcript: 'Agent: Hello am I speaking with Sofía?\nContact: Sí 😀 "soy yo" \\ /',
			recording_url: 'https://api.altur.io/api/v1.0/call/cll_1/recording',
			thread_id: 'thr_cll_1',
			transfer_initiated_at: null,
			transfer_completed_at: null,
			'Payment Amount': '1200',
			'2024': 'a year',
		});
	});

	it('takes from end_user what campaign_user does not say', () => {
		const endUser = {
			display_name: 'John Doe',
			phone_number: '+521111111111',
			status: 'answered',
			extracted_data: { interested: 'yes' },
			tags: ['vip'],
		};
		expect(row(callEnd('cll_1', { campaign_user: null, end_user: endUser }))).toMatchObject({
			f_id: null,
			contact: '+521111111111',
			name: 'John Doe',
			status: 'answered',
			tags: 'vip',
			interested: 'yes',
		});
		const partly = { f_id: 'crm-7', name: null, status: null, tags: null };
		expect(row(callEnd('cll_1', { campaign_user: partly, end_user: endUser }))).toMatchObject({
			f_id: 'crm-7',
			name: 'John Doe',
			status: 'answered',
		});
	});

	it.each([
		['null', { campaign_user: null, end_user: null, transcript: null, assistant: null, duration: null }],
		[
			'missing',
			{ campaign_user: undefined, end_user: undefined, transcript: undefined, assistant: undefined },
		],
		['of another kind', { campaign_user: 'x', end_user: 7, transcript: {}, assistant: [], ended_by: null }],
	])('has every column when everything of the person is %s', (_, changes) => {
		const read = row(callEnd('cll_1', changes));
		expect(Object.keys(read)).toEqual(expect.arrayContaining(everyKey));
		expect(read).toMatchObject({
			f_id: null,
			name: null,
			contact: '+521234567890',
			tags: '',
			transcript: '',
		});
	});

	it('has the caller as the contact of an inbound call outside of campaigns', () => {
		const inbound = { type: 'inbound', campaign_user: null, phone_number_from: '+525599999999' };
		expect(row(callEnd('cll_1', inbound))).toMatchObject({ contact: '+525599999999' });
	});

	it('reads the older shape, in which type names the event', () => {
		const older = { event_type: undefined, type: 'on_call_end', thread_id: undefined };
		expect(row(callEnd('cll_1', older))).toMatchObject({ event: 'on_call_end', call_id: 'cll_1' });
	});

	it('puts the name before what the agent found out under a name that the row has', () => {
		const found = { campaign_user: { extracted_data: { status: 'paid', toString: 'x' } } };
		expect(row(callEnd('cll_1', found))).toMatchObject({ 'extracted_data.status': 'paid', toString: 'x' });
	});

	it('is the campaign with its analytics, flat, once it is finished', () => {
		expect(row(campaignFinished('evt_1'))).toEqual({
			event: 'campaign.status_changed',
			event_id: 'evt_1',
			occurred_at: '2026-06-08T14:23:15.482000-06:00',
			campaign_id: 1234,
			name: 'Reactivación 🚀',
			status: 'finished',
			previous_status: 'cooldown',
			calls: 1820,
			callsAnsweredByHumanRate: 0.519,
			contactsFailedRate: 0,
			contactsConvertedRate: 1,
		});
	});

	it('says of a cycle which it was and when the next begins', () => {
		expect(row(cycleCompleted('evt_2'))).toMatchObject({
			campaign_id: 1234,
			cycle_iteration: 2,
			next_cycle_at: null,
			previous_status: null,
		});
	});

	it.each([
		['of a message', { text: 'Hola' }],
		['of a campaign', { campaign: { id: 1234, name: 'Q2' }, contact: { f_id: 'crm-7' } }],
	])('keeps the payload of an event %s that came after this version', (_, data) => {
		const payload = { event_type: 'newer.event', event_id: 'evt_9', data };
		expect(row(JSON.stringify(payload))).toEqual({ event: 'newer.event', ...payload });
	});
});
