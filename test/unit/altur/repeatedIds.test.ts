import { repeatedIdsHint } from '../../../nodes/Altur/contact/add/repeatedIds';

const entry = (
	fId: string,
	contact: string,
	more: { id?: string; campaignId?: string; status?: string } = {},
) => ({
	itemIndex: 0,
	result: { status: more.status ?? 'created', id: more.id },
	known: { fId, contact, campaignId: more.campaignId ?? '7' },
});
const said = (...entries: Array<ReturnType<typeof entry>>) => repeatedIdsHint(entries)?.message;

describe('The warning of External IDs that several contacts share', () => {
	it('knows a contact by the ID that Altur gives it, however its number is written', () => {
		expect(
			said(entry('a', '5512345678', { id: '1' }), entry('a', '+525512345678', { id: '1' })),
		).toBeUndefined();
		expect(
			said(entry('a', '+525512345678', { id: '1' }), entry('a', '+525512345678', { id: '2' })),
		).toContain('"a" by 2');
	});

	it('takes spaces around an ID for none, and a person in two campaigns for two', () => {
		expect(said(entry('a', '1'), entry(' a ', '2'))).toContain('"a" by 2');
		expect(said(entry('a', '1'), entry('a', '1', { campaignId: '8' }))).toContain('"a" by 2');
	});

	it('leaves out what a trial has not sent', () => {
		expect(said(entry('a', '1'), entry('a', '2', { status: 'not_sent' }))).toBeUndefined();
	});

	it('shows no HTML of an ID, nor a page of it, and not all of many', () => {
		const html = said(
			entry('<a href="https://evil.example">x</a> <b', '1'),
			entry('<a href="https://evil.example">x</a> <b', '2'),
		);
		expect(html).not.toMatch(/[<>]/);
		const long = said(entry('x'.repeat(5000), '1'), entry('x'.repeat(5000), '2'));
		expect(long?.length).toBeLessThan(400);
		const many = ['a', 'b', 'c', 'd', 'e'].flatMap((fId) => [entry(fId, '1'), entry(fId, '2')]);
		expect(said(...many)).toContain('"a" by 2, "b" by 2, "c" by 2, and 2 more IDs');
	});
});
