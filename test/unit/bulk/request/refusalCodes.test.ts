import { judge } from '../../../../bulk/request/failure';
import type { ServiceAnswer } from '../../../../bulk/request/request';

const request = { method: 'POST', path: '/contacts', repeatable: true } as const;
const answer = (status: number, body: unknown = { code: 101 }): ServiceAnswer => ({
	status,
	headers: {},
	body,
});

describe('A service that tells the reason of a refusal by a code of its own', () => {
	const kindOf = () => 'unauthorized' as const;

	it('is believed more than the HTTP status of the refusal', () => {
		expect(judge(request, answer(400), kindOf).kind).toBe('unauthorized');
	});

	it.each([500, 503])('is not asked about an outage (HTTP %i)', (status) => {
		expect(judge(request, answer(status), kindOf).kind).toBe('unavailable');
	});

	it('may leave it to the status', () => {
		expect(judge(request, answer(404), () => undefined).kind).toBe('notFound');
	});
});

describe('A success that is a refusal by what its body says', () => {
	const kindOf = ({ body }: ServiceAnswer) => (body === 'no' ? ('unauthorized' as const) : undefined);

	it('is judged as that refusal, certainly not carried out', () => {
		expect(judge(request, answer(200, 'no'), kindOf)).toMatchObject({
			kind: 'unauthorized',
			mayBeDone: false,
		});
	});

	it('is no success either where the rest of its body could be understood, or need not be', () => {
		const understanding = { ...request, understands: () => true };
		expect(judge(understanding, answer(200, 'no'), kindOf).kind).toBe('unauthorized');
	});

	it('is not asked for again as if it could not be read', () => {
		const demanding = { ...request, understands: () => false };
		expect(judge(demanding, answer(200, 'no'), kindOf).kind).toBe('unauthorized');
		expect(judge(demanding, answer(200, 'cut off'), kindOf).kind).toBe('unreadable');
	});

	it('may have been carried out, when it tells of an outage', () => {
		expect(judge(request, answer(200), () => 'unavailable')).toMatchObject({ mayBeDone: true });
	});

	it('is a success where the service finds nothing in it', () => {
		expect(judge(request, answer(201, 'yes'), kindOf).kind).toBe('done');
	});
});
