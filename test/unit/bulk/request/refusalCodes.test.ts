import { judge } from '../../../../bulk/request/failure';
import type { ServiceResponse } from '../../../../bulk/request/request';

const request = { method: 'POST', path: '/contacts', retryable: true } as const;
const response = (status: number, body: unknown = { code: 101 }): ServiceResponse => ({
	status,
	headers: {},
	body,
});

describe('A service that tells the reason of a refusal by a code of its own', () => {
	const kindOf = () => 'unauthorized' as const;

	it('is believed more than the HTTP status of the refusal', () => {
		expect(judge(request, response(400), kindOf).kind).toBe('unauthorized');
	});

	it.each([500, 503])('is not asked about an outage (HTTP %i)', (status) => {
		expect(judge(request, response(status), kindOf).kind).toBe('unavailable');
	});

	it('may leave it to the status', () => {
		expect(judge(request, response(404), () => undefined).kind).toBe('notFound');
	});
});

describe('A success that is a refusal by what its body says', () => {
	const kindOf = ({ body }: ServiceResponse) => (body === 'no' ? ('unauthorized' as const) : undefined);

	it('is judged as that refusal, certainly not carried out', () => {
		expect(judge(request, response(200, 'no'), kindOf)).toMatchObject({
			kind: 'unauthorized',
			mayHaveBeenApplied: false,
		});
	});

	it('is no success either where the rest of its body could be understood, or need not be', () => {
		const understanding = { ...request, understands: () => true };
		expect(judge(understanding, response(200, 'no'), kindOf).kind).toBe('unauthorized');
	});

	it('is not asked for again as if it could not be read', () => {
		const demanding = { ...request, understands: () => false };
		expect(judge(demanding, response(200, 'no'), kindOf).kind).toBe('unauthorized');
		expect(judge(demanding, response(200, 'cut off'), kindOf).kind).toBe('unreadable');
	});

	it('may have been carried out, when it tells of an outage', () => {
		expect(judge(request, response(200), () => 'unavailable')).toMatchObject({ mayHaveBeenApplied: true });
	});

	it('is a success where the service finds nothing in it', () => {
		expect(judge(request, response(201, 'yes'), kindOf).kind).toBe('done');
	});
});
